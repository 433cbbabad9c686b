"""Addresses of one's personal board. Each is about the visitor's own: no address names whose board it is."""

from mentors import urls_files, urls_people, urls_seats

urlpatterns = [*urls_seats.urlpatterns, *urls_people.urlpatterns, *urls_files.urlpatterns]
