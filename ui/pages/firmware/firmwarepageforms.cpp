// SPDX-License-Identifier: GPL-3.0-or-later
// What a person opens, enters and sends on the page.
#include "ui/pages/firmware/firmwarepage.h"

#include "store/stations.h"
#include "ui/pages/firmware/askform.h"
#include "ui/pages/firmware/firmwaredeeds.h"
#include "ui/pages/firmware/firmwaresource.h"
#include "ui/pages/firmware/imagecopy.h"
#include "ui/pages/firmware/imagedrafts.h"
#include "ui/pages/firmware/imageform.h"
#include "ui/pages/firmware/updateform.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/tableview.h"

#include <QStackedWidget>
#include <QTabBar>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

// ---- firmware

void FirmwarePage::addImage()
{
    modal::chooseFile(window(), {modal::FileRequest::Kind::Open, tr("Add firmware"), {}, tr("All files (*)")},
                      [this](const QString &path) {
                          drafts_->putAside();
                          imageForm_->begin(path);
                          openForm(Images, *imageDetail_, imageForm_);
                          drafts_->resume(0, path);
                      });
}

void FirmwarePage::openImage()
{
    const int row = selectedRow(Images);
    if (row < 0)
        return;
    const ImageRow &image = source_->images().at(row);
    if (imageForm_->editedId() != image.key() || imageDetail_->currentWidget() != imageForm_) {
        drafts_->putAside();
        imageForm_->edit(image);
        drafts_->resume(image.key(), {});
    }
    imageDetail_->setCurrentWidget(imageForm_);
}

void FirmwarePage::backToDraft(qint64 image, const QString &path)
{
    const int place = source_->images().find(image);
    if (image > 0 && place < 0)
        return drafts_->drop(image);
    drafts_->putAside();
    if (image > 0)
        imageForm_->edit(source_->images().at(place));
    else
        imageForm_->begin(path);
    openForm(Images, *imageDetail_, imageForm_);
    drafts_->resume(image, path);
}

void FirmwarePage::saveImage(const QString &path, const store::FirmwareImage &image)
{
    if (!path.isEmpty()) {
        taken_ = imageForm_->draft();
        imageForm_->settle(); // it is on its way
        copy_->start(path, image);
        presentContent();
        return;
    }
    deeds_->saveImage(image, [this, id = image.id](bool done) {
        imageForm_->release();
        if (!done || imageForm_->editedId() != id)
            return;
        imageForm_->settle();
        part(Images).split->closeDetail();
    });
}

void FirmwarePage::presentTaken(bool done)
{
    const bool isShown = part(Images).split->isDetailOpen() && imageDetail_->currentWidget() == imageForm_
                         && imageForm_->editedId() == 0 && imageForm_->draft().path == taken_.path;
    imageForm_->release();
    presentContent();
    if (isShown && done)
        part(Images).split->closeDetail();
    else if (isShown)
        imageForm_->unsettle();
    else if (!done)
        drafts_->keep(taken_);
}

void FirmwarePage::removeImage(const store::FirmwareImage &image)
{
    modal::ask(window(),
               {tr("Delete %1?").arg(image.name), tr("Its file goes, too, and cannot be brought back from here."),
                tr("Delete")},
               [this, image] {
                   imageForm_->settle(); // with what was changed in it
                   deeds_->removeImage(image);
               });
}

void FirmwarePage::openUpdateForm(qint64 image)
{
    drafts_->putAside();
    openForm(Images, *imageDetail_, updateForm_);
    updateForm_->begin(image);
}

void FirmwarePage::start(const QList<QStringList> &waves, const store::UpdatePlan &plan)
{
    const bool isOne = waves.size() == 1 && waves.first().size() == 1;
    deeds_->update(waves, plan, [this, isOne](bool done) {
        updateForm_->release(done);
        if (!done)
            return;
        part(Images).split->closeDetail();
        tabs_->setCurrentIndex(isOne ? Updates : Rollouts);
    });
}

void FirmwarePage::selectJob(qint64 job)
{
    const int place = source_->jobs().find(job);
    if (place < 0)
        return;
    const auto found = [this, place] { return part(Updates).order->mapFromSource(source_->jobs().index(place, 0)); };
    if (!found().isValid()) {
        search({});
        emit searchDropped();
    }
    tabs_->setCurrentIndex(Updates);
    part(Updates).table->selectRow(found().row());
    part(Updates).table->scrollTo(found());
}

void FirmwarePage::selectWanted()
{
    qint64 latest = 0;
    for (const JobRow &row : source_->jobs().rows()) {
        if (!wantedStation_.isEmpty() && row.job.station.compare(wantedStation_, Qt::CaseInsensitive) == 0)
            latest = std::max(latest, row.job.id);
    }
    if (latest == 0)
        return;
    wantedStation_.clear();
    selectJob(latest);
}

// ---- files

void FirmwarePage::openAskForm()
{
    openForm(Files, *fileDetail_, askForm_);
    askForm_->begin();
}

void FirmwarePage::ask(const store::FileWish &wish)
{
    deeds_->ask(wish, [this](bool done) {
        askForm_->release();
        if (done && fileDetail_->currentWidget() == askForm_)
            part(Files).split->closeDetail();
    });
}

void FirmwarePage::saveFile(const QString &path, const QString &name)
{
    modal::chooseFile(window(), {modal::FileRequest::Kind::Save, tr("Save the file as"), name, tr("All files (*)")},
                      [this, path](const QString &target) { deeds_->saveAs(path, target); });
}

void FirmwarePage::removeFile(const store::StationFile &file)
{
    modal::ask(window(),
               {tr("Delete this file?"),
                tr("It is deleted here; whether the station still has it, only the "
                   "station knows."),
                tr("Delete")},
               [this, file] { deeds_->removeFile(file); });
}

} // namespace ui
