// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/firmware/firmwarepage.h"

#include "store/error.h"
#include "store/stations.h"
#include "ui/models/roworder.h"
#include "ui/pages/firmware/askform.h"
#include "ui/pages/firmware/filepanel.h"
#include "ui/pages/firmware/firmwaredeeds.h"
#include "ui/pages/firmware/firmwaresource.h"
#include "ui/pages/firmware/imagecopy.h"
#include "ui/pages/firmware/imagedrafts.h"
#include "ui/pages/firmware/imageform.h"
#include "ui/pages/firmware/jobpanel.h"
#include "ui/pages/firmware/rolloutpanel.h"
#include "ui/pages/firmware/updateform.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sortedtable.h"
#include "ui/widgets/stack.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

using namespace Qt::Literals::StringLiterals;

FirmwarePage::FirmwarePage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new FirmwareSource(backend, this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("Add firmware…"), this)), copying_(new NoticeBar(this)),
      done_(new NoticeBar(this)), aside_(new NoticeBar(this)), copy_(new ImageCopy(backend, *copying_, this)),
      deeds_(new FirmwareDeeds(backend, *done_, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(copying_);
    layout->addWidget(done_);
    layout->addWidget(aside_);
    layout->addWidget(buildTools());
    content_ = new QStackedWidget(this);
    buildDetails();
    buildPart(Images, u"firmwareImages"_s, tr("Firmware images"), source_->images(), imageDetail_);
    buildPart(Updates, u"firmwareJobs"_s, tr("Updates"), source_->jobs(), jobPanel_);
    buildPart(Rollouts, u"firmwareRollouts"_s, tr("Roll-outs"), source_->rollouts(), rolloutPanel_);
    buildPart(Files, u"stationFiles"_s, tr("Files of the stations"), source_->files(), fileDetail_);
    empty_ = new EmptyState(content_);
    content_->addWidget(empty_);
    layout->addWidget(content_, 1);
    connectPage();
    connectImages();
    connectUpdates();
    connectFiles();
    presentAdd();
    showTab(Images);
}

QWidget *FirmwarePage::buildTools()
{
    tools_ = new QWidget(this);
    tabs_ = new QTabBar(tools_);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the page"));
    for (const QString &title : {tr("Firmware"), tr("Updates"), tr("Roll-outs"), tr("Files of the stations")})
        tabs_->addTab(title);
    updateButton_ = new QPushButton(tr("Update stations…"), tools_);
    askButton_ = new QPushButton(tr("Ask for a file…"), tools_);
    askButton_->setObjectName(u"ask"_s);
    askButton_->setToolTip(tr("Diagnostics or a log of a station"));
    auto *layout = new QHBoxLayout(tools_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs_);
    layout->addStretch();
    layout->addWidget(updateButton_);
    layout->addWidget(askButton_);
    return tools_;
}

void FirmwarePage::buildDetails()
{
    imageForm_ = new ImageForm(content_);
    drafts_ = new ImageDrafts(*imageForm_, *aside_, this);
    updateForm_ = new UpdateForm(content_);
    imageDetail_ = stackOf({imageForm_, updateForm_}, content_);
    jobPanel_ = new JobPanel(backend_, content_);
    rolloutPanel_ = new RolloutPanel(content_);
    filePanel_ = new FilePanel(EngineFolder(backend_.setup.dataDir), content_);
    askForm_ = new AskForm(content_);
    fileDetail_ = stackOf({filePanel_, askForm_}, content_);
}

void FirmwarePage::buildPart(Tab tab, const QString &name, const QString &title, QAbstractItemModel &model,
                             QWidget *detail)
{
    const std::array widths{columnWidths<ImageRow>(imageColumns()), columnWidths<JobRow>(jobColumns()),
                            columnWidths<RolloutRow>(rolloutColumns()), columnWidths<FileRow>(fileColumns())};
    constexpr std::array newestFirst{false, true, true, true};
    const std::array sorted{imageNameColumn(), jobBegunColumn(), rolloutBegunColumn(), fileAskedColumn()};
    const auto at = std::size_t(tab);
    Part &made = part(tab);
    made.order = new RowOrder(model, this);
    made.table = sortedTable(name, title, *made.order, widths[at], sorted[at],
                             newestFirst[at] ? Qt::DescendingOrder : Qt::AscendingOrder, content_);
    made.split = new MasterDetail(made.table, detail, name, content_);
    content_->addWidget(new Card(made.split, content_));
}

void FirmwarePage::connectPage()
{
    connect(source_, &FirmwareSource::updated, this, [this] {
        read_ = true;
        failed_ = false;
        presentContent();
        selectWanted();
        wantedStation_.clear(); // there is none
    });
    connect(source_, &FirmwareSource::failed, this, &FirmwarePage::presentError);
    connect(deeds_, &FirmwareDeeds::failed, this, &FirmwarePage::presentContent);
    connect(tabs_, &QTabBar::currentChanged, this, &FirmwarePage::showTab);
    for (const Part &one : parts_) {
        connect(one.split, &MasterDetail::detailClosed, this, [this, table = one.table] {
            table->clearSelection();
            presentContent();
        });
        connect(one.table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, one] {
            if (one.table->selectionModel()->hasSelection())
                one.split->openDetail();
        });
    }
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (tabs_->currentIndex() == Files)
            openAskForm();
        else if (source_->images().rows().isEmpty())
            addImage();
        else
            openUpdateForm(0);
    });
}

void FirmwarePage::connectImages()
{
    connect(add_, &QAction::triggered, this, &FirmwarePage::addImage);
    connect(part(Images).table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FirmwarePage::openImage);
    MasterDetail *split = part(Images).split;
    connect(imageForm_, &ImageForm::closeRequested, split, &MasterDetail::closeDetail);
    connect(updateForm_, &UpdateForm::closeRequested, split, &MasterDetail::closeDetail);
    connect(imageForm_, &ImageForm::submitted, this, &FirmwarePage::saveImage);
    connect(imageForm_, &ImageForm::removeRequested, this, &FirmwarePage::removeImage);
    connect(imageForm_, &ImageForm::updateRequested, this, &FirmwarePage::openUpdateForm);
    connect(updateForm_, &UpdateForm::submitted, this, &FirmwarePage::start);
    connect(updateButton_, &QPushButton::clicked, this, [this] { openUpdateForm(0); });
    connect(split, &MasterDetail::detailClosed, drafts_, &ImageDrafts::putAside);
    connect(drafts_, &ImageDrafts::backRequested, this, &FirmwarePage::backToDraft);
    connect(copy_, &ImageCopy::ended, this, &FirmwarePage::presentTaken);
}

void FirmwarePage::connectUpdates()
{
    connect(part(Updates).table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const int row = selectedRow(Updates); row >= 0)
            jobPanel_->present(source_->jobs().at(row));
    });
    connect(part(Rollouts).table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const int row = selectedRow(Rollouts); row >= 0)
            rolloutPanel_->present(source_->rollouts().at(row));
    });
    connect(jobPanel_, &JobPanel::closeRequested, part(Updates).split, &MasterDetail::closeDetail);
    connect(jobPanel_, &JobPanel::cancelRequested, deeds_, &FirmwareDeeds::cancelUpdate);
    connect(jobPanel_, &JobPanel::retryRequested, deeds_, &FirmwareDeeds::tryAgain);
    connect(jobPanel_, &JobPanel::stationRequested, this,
            [this](const QString &station) { emit linkActivated({.page = u"stations"_s, .station = station}); });
    connect(rolloutPanel_, &RolloutPanel::closeRequested, part(Rollouts).split, &MasterDetail::closeDetail);
    connect(rolloutPanel_, &RolloutPanel::stopRequested, deeds_, &FirmwareDeeds::stopRollout);
    connect(rolloutPanel_, &RolloutPanel::jobRequested, this, &FirmwarePage::selectJob);
}

void FirmwarePage::connectFiles()
{
    connect(part(Files).table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (const int row = selectedRow(Files); row >= 0) {
            filePanel_->present(source_->files().at(row));
            fileDetail_->setCurrentWidget(filePanel_);
        }
    });
    MasterDetail *split = part(Files).split;
    connect(filePanel_, &FilePanel::closeRequested, split, &MasterDetail::closeDetail);
    connect(askForm_, &AskForm::closeRequested, split, &MasterDetail::closeDetail);
    connect(filePanel_, &FilePanel::saveRequested, this, &FirmwarePage::saveFile);
    connect(filePanel_, &FilePanel::removeRequested, this, &FirmwarePage::removeFile);
    connect(filePanel_, &FilePanel::askAgainRequested, deeds_, &FirmwareDeeds::askAgain);
    connect(askButton_, &QPushButton::clicked, this, &FirmwarePage::openAskForm);
    connect(askForm_, &AskForm::submitted, this, &FirmwarePage::ask);
}

bool FirmwarePage::hasUnsaved() const
{
    return imageForm_->isEdited() || !drafts_->isEmpty();
}

QString FirmwarePage::headline() const
{
    return read_ && !failed_ ? source_->headline() : QString();
}

QString FirmwarePage::searchHint() const
{
    return tr("Search firmware and files");
}

void FirmwarePage::search(const QString &text)
{
    for (const Part &one : parts_)
        one.order->setWords(text);
    presentContent();
}

void FirmwarePage::visit(const Target &target)
{
    wantedStation_ = target.station;
    if (wantedStation_.isEmpty())
        return;
    tabs_->setCurrentIndex(Updates);
    selectWanted();
}

void FirmwarePage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void FirmwarePage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void FirmwarePage::showTab(int tab)
{
    updateButton_->setHidden(tab == Files);
    askButton_->setHidden(tab != Files);
    setHome(part(Tab(tab)).table);
    presentContent();
}

int FirmwarePage::selectedRow(Tab tab) const
{
    const QModelIndexList selected = part(tab).table->selectionModel()->selectedRows();
    return selected.isEmpty() ? -1 : part(tab).order->mapToSource(selected.first()).row();
}

void FirmwarePage::presentContent()
{
    if (!read_ || failed_)
        return;
    QStringList stations;
    for (const store::Station &station : source_->stations())
        stations.append(station.id);
    askForm_->setStations(stations);
    updateForm_->setKnown(source_->images().rows(), source_->stations());
    presentDetails();
    presentAdd(); // before presentNothing(), which offers it as well
    const Tab tab = Tab(tabs_->currentIndex());
    const bool none = part(tab).order->rowCount() == 0 && !part(tab).split->isDetailOpen();
    if (none)
        presentNothing();
    content_->setCurrentIndex(none ? int(tabCount) : int(tab));
    tools_->show();
    updateButton_->setEnabled(std::ranges::any_of(source_->images().rows(), &ImageRow::isComplete));
    askButton_->setEnabled(!stations.isEmpty());
    emit headlineChanged();
}

/// What stands in the details as it is by now.
void FirmwarePage::presentDetails()
{
    const auto follow = [this](Tab tab, int place, const auto &show) {
        if (!part(tab).split->isDetailOpen())
            return;
        if (place >= 0)
            show(place);
        else
            part(tab).split->closeDetail(); // it is gone
    };
    if (imageDetail_->currentWidget() == imageForm_ && imageForm_->editedId() > 0)
        follow(Images, source_->images().find(imageForm_->editedId()),
               [this](int place) { imageForm_->refresh(source_->images().at(place)); });
    follow(Updates, source_->jobs().find(jobPanel_->row().key()),
           [this](int place) { jobPanel_->present(source_->jobs().at(place)); });
    follow(Rollouts, source_->rollouts().find(rolloutPanel_->row().key()),
           [this](int place) { rolloutPanel_->present(source_->rollouts().at(place)); });
    if (fileDetail_->currentWidget() == filePanel_)
        follow(Files, source_->files().find(filePanel_->row().key()),
               [this](int place) { filePanel_->present(source_->files().at(place)); });
}

void FirmwarePage::presentNothing()
{
    empty_->presentDetail({});
    empty_->presentAction({});
    const Tab tab = Tab(tabs_->currentIndex());
    if (part(tab).order->isFiltering()) {
        empty_->present(u"search"_s, tr("Nothing matches"), tr("Search for fewer letters."));
    } else if (tab == Files) {
        empty_->present(u"firmware"_s, tr("No file yet"),
                        tr("Stations bring their diagnostics and logs here when they are asked: to read, or to hand on "
                           "to the maker's support."));
        empty_->presentAction(source_->stations().isEmpty() ? QString() : tr("Ask for a file…"));
    } else if (source_->images().rows().isEmpty()) {
        empty_->present(
            u"firmware"_s, tr("No firmware yet"),
            backend_.setup.dataDir.isEmpty()
                ? tr("Firmware is added on the machine where the engine runs, or by its API.")
                : tr("Add the file that the maker of your stations has given you. It stays on this computer, "
                     "and stations fetch it from here when you update them."));
        empty_->presentAction(add_->isEnabled() ? tr("Add firmware…") : QString());
    } else {
        empty_->present(u"firmware"_s, tab == Updates ? tr("No update yet") : tr("No roll-out yet"),
                        tab == Updates
                            ? tr("Choose a firmware and the stations that are to have it.")
                            : tr("Several stations are updated wave by wave: if one fails, the rest keep what "
                                 "they have."));
        empty_->presentAction(tr("Update stations…"));
    }
}

void FirmwarePage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("Firmware and files cannot be read"), error);
    content_->setCurrentIndex(int(tabCount));
    tools_->hide(); // nothing works then, but to try again
    presentAdd();
    emit headlineChanged();
}

void FirmwarePage::presentAdd()
{
    const bool hasFolder = !backend_.setup.dataDir.isEmpty();
    add_->setEnabled(hasFolder && !failed_ && !copy_->isRunning());
    add_->setToolTip(!hasFolder           ? tr("Only on the machine where the engine runs, or by its API")
                     : failed_            ? tr("Not while firmware and files cannot be read")
                     : copy_->isRunning() ? tr("A file is being taken in just now")
                                          : tr("Take a file in, for stations to fetch"));
}

/// In the place of a detail, with nothing selected.
void FirmwarePage::openForm(Tab tab, QStackedWidget &details, QWidget *form)
{
    tabs_->setCurrentIndex(tab);
    part(tab).table->clearSelection();
    content_->setCurrentIndex(tab);
    details.setCurrentWidget(form);
    part(tab).split->openDetail();
}

} // namespace ui
