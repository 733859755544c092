"""The sentences of the window in other languages: `*.ts` is edited, `*.qm` is what Qt loads."""
