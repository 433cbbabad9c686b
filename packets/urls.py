"""Addresses of promotion packets."""

from django.urls import path

from packets.views import deciding, handing, packets, sharing, statements, writing

HERE = "packets/<pid:packet>/"

urlpatterns = [
    path("packets/", packets.packet_list, name="packet_list"),
    path("packets/new/", packets.packet_new, name="packet_new"),
    path(HERE, packets.packet_show, name="packet_show"),
    path(f"{HERE}edit/<slug:section>/", writing.packet_edit, name="packet_edit"),
    path(f"{HERE}blocks/new/", writing.block_new, name="block_new"),
    path(f"{HERE}blocks/<pid:block>/", writing.block_edit, name="block_edit"),
    path(f"{HERE}blocks/<pid:block>/move/", writing.block_move, name="block_move"),
    path(f"{HERE}blocks/<pid:block>/remove/", writing.block_remove, name="block_remove"),
    path(f"{HERE}share/", sharing.packet_share, name="packet_share"),
    path(f"{HERE}comments/", sharing.comment_new, name="comment_new"),
    path(f"{HERE}statement/", statements.statement_edit, name="statement_edit"),
    path(f"{HERE}statement/release/", statements.statement_release, name="statement_release"),
    path("packets/statements/<pid:statement>/", statements.statement_show, name="statement_show"),
    path(f"{HERE}hand-in/", handing.packet_hand_in, name="packet_hand_in"),
    path(f"{HERE}readers/", handing.packet_readers, name="packet_readers"),
    path(f"{HERE}readers/<pid:reader>/remove/", handing.reader_remove, name="reader_remove"),
    path(f"{HERE}withdraw/", packets.packet_withdraw, name="packet_withdraw"),
    path(f"{HERE}decision/", deciding.packet_decide, name="packet_decide"),
    path(f"{HERE}decision/release/", deciding.packet_release, name="packet_release"),
    path(f"{HERE}plan/", deciding.packet_plan, name="packet_plan"),
    path(f"{HERE}plan/<pid:reason>/", deciding.reason_edit, name="reason_edit"),
]
