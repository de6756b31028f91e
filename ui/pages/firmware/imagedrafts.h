// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/firmware/imageform.h"

#include <QHash>
#include <QObject>

namespace ui {

class DraftShelf;
class NoticeBar;

/// What was changed in the form of an image is not lost when it has to show something else.
class ImageDrafts : public QObject {
    Q_OBJECT
public:
    /// Form and notice outlive the drafts.
    ImageDrafts(ImageForm &form, NoticeBar &notice, QObject *parent);

    [[nodiscard]] bool isEmpty() const { return drafts_.isEmpty(); }
    /// Before the form shows something else, or closes.
    void putAside();
    /// After the form shows this image, or a new one of this file: with what was put aside of it.
    void resume(qint64 image, const QString &path);
    /// What was not taken in.
    void keep(const ImageDraft &draft);
    /// The image is gone, and with it what was changed.
    void drop(qint64 image);

signals:
    /// Show this image again, or a new one of this file, and resume().
    void backRequested(qint64 image, const QString &path);

private:
    ImageForm &form_;
    DraftShelf *shelf_;
    QHash<QString, ImageDraft> drafts_;
};

} // namespace ui
