// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/imagedrafts.h"

#include "ui/widgets/draftshelf.h"

namespace ui {
namespace {

DraftPlace placeOf(qint64 image)
{
    return {.key = QString::number(image)};
}

} // namespace

ImageDrafts::ImageDrafts(ImageForm &form, NoticeBar &notice, QObject *parent)
    : QObject(parent), form_(form), shelf_(new DraftShelf(notice, this))
{
    connect(shelf_, &DraftShelf::backRequested, this, [this](const DraftPlace &place) {
        const qint64 image = place.key.toLongLong();
        emit backRequested(image, drafts_.value(image).path);
    });
}

void ImageDrafts::putAside()
{
    if (!form_.isEdited())
        return;
    const ImageDraft draft = form_.draft();
    form_.settle();
    drafts_.insert(draft.image.id, draft);
    shelf_->putAside(placeOf(draft.image.id), draft.image.name);
}

void ImageDrafts::resume(qint64 image)
{
    if (!drafts_.contains(image))
        return;
    form_.resume(drafts_.take(image));
    shelf_->remove(placeOf(image));
}

void ImageDrafts::drop(qint64 image)
{
    drafts_.remove(image);
    shelf_->remove(placeOf(image));
}

} // namespace ui
