"""What has been done: one row for each form that created something, so that sending it twice does it once."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Deed(models.Model):
    """A form that was carried out. `token` came with the form, `url` is where its sender was led."""

    token = models.CharField(max_length=32, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.url
