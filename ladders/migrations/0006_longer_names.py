from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ladders", "0005_notices")]

    operations = [
        migrations.AlterField("version", "label", models.CharField(blank=True, max_length=200)),
        migrations.AlterField("stage", "rank", models.CharField(blank=True, max_length=200)),
    ]
