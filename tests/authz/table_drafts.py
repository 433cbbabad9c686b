"""The lines of the table about ladders being rewritten, and about what people say of them."""

DRAFTS = """
# What people propose, and the texts that they are asked to sort
proposal_new         everyone  ladder=current part=stage               200 422 405 405 405  + + + + + + + + > + >
proposal_new         everyone  ladder=draft|library|future part=stage  200 422 405 405 405  - - - - - - - - > - >
proposal_list        own                                               200 405 405 405 405  + + + + + + + + > + >
proposal_show        keepers   proposal=ada.waiting|answered           200 405 405 405 405  + - + - - - + - > - >
proposal_answer      keepers   proposal=ada.waiting                    405 302 405 405 405  ! - ! - - - + - > - >
proposal_answer      keepers   proposal=ada.answered                   405 409 405 405 405  ! - ! - - - + - > - >
proposal_withdraw    own       proposal=ada.waiting                    405 302 405 405 405  + - - - - - - - > - >
proposal_withdraw    own       proposal=ada.answered                   405 409 405 405 405  + - - - - - - - > - >
anchor_test_list     keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
anchor_test_list     keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
anchor_test_new      keepers   draft=open                              200 422 405 405 405  - - ! - - - + - > - >
anchor_test_new      keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
anchor_test_show     keepers   draft=open test=test                    200 405 405 405 405  - - + - - - + - > - >
anchor_test_close    keepers   draft=open test=test                    405 302 405 405 405  - - ! - - - + - > - >
sorting_edit         own       sorter=ada.sorter                       200 302 405 405 405  + - - - - - - - > - >

# Ladders being rewritten: Lin edits all ladders, Cy publishes all (and gets 403 where only an editor may write), Eve
# edits the one whose draft is closed
draft_list           own                                               200 405 405 405 405  + + + + + + + + > + >
draft_open           keepers   ladder=current                          405 302 405 405 405  - - ! - - - + - > - >
draft_open           keepers   ladder=second                           405 302 405 405 405  - - ! - + - + - > - >
draft_open           keepers   ladder=draft|library|future             405 302 405 405 405  - - ! - - - + - > - >
draft_reopen         keepers   draft=closed                            405 302 405 405 405  - - ! - + - + - > - >
draft_reopen         keepers   draft=open                              405 409 405 405 405  - - ! - - - + - > - >
draft_drop           keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
draft_drop           keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
draft_changes        keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
draft_changes        keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
draft_check          keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
draft_check          keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
draft_preview        keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
draft_preview        keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
draft_publish        keepers   draft=open                              200 302 405 405 405  - - + - - - ! - > - >
draft_publish        keepers   draft=closed                            409 409 405 405 405  - - + - ! - ! - > - >
review_ask           keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
review_ask           keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
review_answer        keepers   draft=open                              200 302 405 405 405  - - + - - - ! - > - >
review_answer        keepers   draft=closed                            409 409 405 405 405  - - + - ! - ! - > - >
ladder_new           keepers                                           200 302 405 405 405  ! ! ! ! ! ! + ! > ! >
ladder_settings      keepers   ladder=current|draft|library|future     200 302 405 405 405  - - r - - - + - > - >
ladder_settings      keepers   ladder=second                           200 302 405 405 405  - - r - r - + - > - >
keeper_add           keepers   ladder=current                          405 302 405 405 405  - - ! - - - + - > - >
keeper_add           keepers   ladder=second                           405 302 405 405 405  - - ! - ! - + - > - >
keeper_remove        keepers   ladder=current                          405 302 405 405 405  - - ! - - - + - > - >
keeper_remove        keepers   ladder=second                           405 302 405 405 405  - - ! - ! - + - > - >

# Files: Lin's is a ladder, Eve's a table; a version and a draft to take along
upload_new           keepers                                           200 302 405 405 405  ! ! ! ! + ! + ! > ! >
upload_show          own       upload=lin.upload                       200 302 405 405 405  - - - - - - + - > - >
upload_show          own       upload=eve.upload                       200 422 405 405 405  - - - - + - - - > - >
upload_map           own       upload=lin.upload                       302 302 405 405 405  - - - - - - + - > - >
upload_map           own       upload=eve.upload                       200 422 405 405 405  - - - - + - - - > - >
upload_map_file      own       upload=eve.upload                       200 405 405 405 405  - - - - + - - - > - >
upload_map_file      own       upload=lin.upload                       200 405 405 405 405  - - - - - - - - > - >
upload_delete        own       upload=lin.upload                       405 302 405 405 405  + + + + + + + + > + >
upload_delete        own       upload=eve.upload                       405 302 405 405 405  + + + + + + + + > + >
ladder_file          keepers   ladder=current|library                  200 405 405 405 405  - - + - - - + - > - >
ladder_file          keepers   ladder=second                           200 405 405 405 405  - - + - + - + - > - >
ladder_file          keepers   ladder=draft|future                     200 405 405 405 405  - - - - - - - - > - >
draft_file           keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
draft_file           keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >

# The grid
draft_show           keepers   draft=open                              200 302 405 405 405  - - r - - - + - > - >
draft_show           keepers   draft=closed                            200 409 405 405 405  - - r - + - + - > - >
cell_save            keepers   draft=open                              405 204 405 405 405  - - ! - - - + - > - >
cell_save            keepers   draft=closed                            405 409 405 405 405  - - ! - + - + - > - >
grid_since           keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
grid_since           keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
piece_move           keepers   piece=skill|stage draft=open            405 302 405 405 405  - - ! - - - + - > - >

# The ladder itself, its stages, and all smaller parts
head_edit            keepers   draft=open                              200 302 405 405 405  - - r - - - + - > - >
head_edit            keepers   draft=closed                            200 409 405 405 405  - - r - + - + - > - >
library_edit         keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
library_edit         keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
stage_new            keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
stage_new            keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
stage_edit           keepers   draft=open piece=stage                  200 302 405 405 405  - - r - - - + - > - >
step_list            keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
step_list            keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
step_new             keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
step_new             keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
step_edit            keepers   draft=open piece=step                   200 302 405 405 405  - - r - - - + - > - >
part_list            keepers   part=levels|lines|phases|categories|ways-in|ways-beyond draft=open
                                                                       200 405 405 405 405  - - + - - - + - > - >
part_list            keepers   part=lines draft=closed                 200 405 405 405 405  - - + - + - + - > - >
part_new             keepers   part=levels|lines|phases|categories|ways-in|ways-beyond draft=open
                                                                       200 302 405 405 405  - - ! - - - + - > - >
part_new             keepers   part=lines draft=closed                 409 409 405 405 405  - - ! - + - + - > - >
part_edit            keepers   part=levels draft=open piece=level      200 302 405 405 405  - - r - - - + - > - >
part_edit            keepers   part=lines draft=open piece=track       200 302 405 405 405  - - r - - - + - > - >
part_edit            keepers   part=phases draft=open piece=phase      200 302 405 405 405  - - r - - - + - > - >
part_edit            keepers   part=categories draft=open piece=category
                                                                       200 302 405 405 405  - - r - - - + - > - >
part_edit            keepers   part=ways-in draft=open piece=way_in    200 302 405 405 405  - - r - - - + - > - >
part_edit            keepers   part=ways-beyond draft=open piece=beyond     200 302 405 405 405  - - r - - - + - > - >

# Skills and their texts, what is retired, remarks, history, and the wordings of a library
texts_show           keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
texts_show           keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
skill_new            keepers   draft=open                              200 302 405 405 405  - - ! - - - + - > - >
skill_new            keepers   draft=closed                            409 409 405 405 405  - - ! - + - + - > - >
skill_edit           keepers   draft=open piece=skill                  200 302 405 405 405  - - r - - - + - > - >
text_edit            keepers   draft=open piece=skill level=1          200 302 405 405 405  - - r - - - + - > - >
stage_text_edit      keepers   draft=open piece=skill stage=stage      200 302 405 405 405  - - r - - - + - > - >
piece_retire         keepers   piece=skill|stage|track draft=open      200 302 405 405 405  - - ! - - - + - > - >
piece_retire         keepers   draft=closed piece=shared               409 409 405 405 405  - - ! - + - + - > - >
piece_restore        keepers   draft=open piece=retired                405 302 405 405 405  - - ! - - - + - > - >
retired_list         keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
retired_list         keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
former_restore       keepers   draft=closed                            405 409 405 405 405  - - ! - + - + - > - >
remark_new           keepers   draft=open piece=skill                  200 302 405 405 405  - - + - - - + - > - >
remark_new           keepers   draft=closed piece=shared               200 409 405 405 405  - - + - + - + - > - >
remark_close         keepers   draft=open remark=remark                405 302 405 405 405  - - + - - - + - > - >
history_show         keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
history_show         keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
change_undo          keepers   draft=open number=5                     405 302 405 405 405  - - ! - - - + - > - >
change_undo          keepers   draft=open number=2                     405 409 405 405 405  - - ! - - - + - > - >
shared_list          keepers   draft=open                              200 405 405 405 405  - - + - - - + - > - >
shared_list          keepers   draft=closed                            200 405 405 405 405  - - + - + - + - > - >
shared_take          keepers   draft=closed piece=shared               409 409 405 405 405  - - ! - + - + - > - >
shared_take_all      keepers   draft=open                              405 302 405 405 405  - - ! - - - + - > - >
shared_add           keepers   draft=closed                            405 409 405 405 405  - - ! - + - + - > - >
"""
