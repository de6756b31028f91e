// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/imagedrafts.h"

#include "ui/widgets/draftshelf.h"

namespace ui {
namespace {

/// Several new ones have no id yet, but each its file.
QString keyOf(qint64 image, const QString &path)
{
    return image > 0 ? QString::number(image) : path;
}

} // namespace

ImageDrafts::ImageDrafts(ImageForm &form, NoticeBar &notice, QObject *parent)
    : QObject(parent), form_(form), shelf_(new DraftShelf(notice, this))
{
    connect(shelf_, &DraftShelf::backRequested, this, [this](const DraftPlace &place) {
        const ImageDraft draft = drafts_.value(place.key);
        emit backRequested(draft.image.id, draft.path);
    });
}

void ImageDrafts::putAside()
{
    if (!form_.isEdited())
        return;
    const ImageDraft draft = form_.draft();
    form_.settle();
    keep(draft);
}

void ImageDrafts::keep(const ImageDraft &draft)
{
    const QString key = keyOf(draft.image.id, draft.path);
    drafts_.insert(key, draft);
    shelf_->putAside({.key = key}, draft.image.name);
}

void ImageDrafts::resume(qint64 image, const QString &path)
{
    const QString key = keyOf(image, path);
    if (!drafts_.contains(key))
        return;
    form_.resume(drafts_.take(key));
    shelf_->remove({.key = key});
}

void ImageDrafts::drop(qint64 image)
{
    const QString key = keyOf(image, {});
    drafts_.remove(key);
    shelf_->remove({.key = key});
}

} // namespace ui
