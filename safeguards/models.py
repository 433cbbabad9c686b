"""What has been done: one row for each form that created something, so that sending it twice does it once."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models


class DeedQuerySet(models.QuerySet["Deed"]):
    def forget(self, before: datetime) -> int:
        """Deletes what no open form can ask about any more; a deed without a url is a lock, and stays."""
        return self.filter(at__lt=before).exclude(url="").delete()[0]


class Deed(models.Model):
    """A form that was carried out. `token` came with the form, `url` is where its sender was led."""

    token = models.CharField(max_length=32, unique=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)

    objects = DeedQuerySet.as_manager()

    def __str__(self) -> str:
        return self.url
