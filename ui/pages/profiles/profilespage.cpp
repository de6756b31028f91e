// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profiles/profilespage.h"

#include "store/error.h"
#include "store/stations.h"
#include "ui/pages/profiles/applyform.h"
#include "ui/pages/profiles/placeorder.h"
#include "ui/pages/profiles/placepanel.h"
#include "ui/pages/profiles/profiledeeds.h"
#include "ui/pages/profiles/profilesource.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/draftshelf.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/masterdetail.h"
#include "ui/widgets/modal.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/sortedtable.h"
#include "ui/widgets/tableview.h"

#include <QAction>
#include <QCheckBox>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using store::ProfileState;

enum Shown { Library, Places, Nothing };

constexpr auto everywhereKey = "profiles/everywhere"_L1;

bool isRefused(const PlaceRow &row)
{
    return row.row.state == ProfileState::Rejected || row.row.state == ProfileState::NotSupported
           || row.row.state == ProfileState::Unfit;
}

} // namespace

ProfilesPage::ProfilesPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new ProfileSource(backend, this)),
      libraryOrder_(new RowOrder(source_->library(), this)), placeOrder_(new PlaceOrder(source_->places(), this)),
      add_(new QAction(icon(u"plus"_s, Role::OnAccent), tr("New profile"), this)), done_(new NoticeBar(this)),
      aside_(new NoticeBar(this)), deeds_(new ProfileDeeds(backend, *done_, this)),
      shelf_(new DraftShelf(*aside_, this))
{
    add_->setToolTip(tr("Enter a profile into the library"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(done_);
    layout->addWidget(aside_);
    layout->addWidget(buildTools());
    content_ = new QStackedWidget(this);
    content_->addWidget(buildLibrary());
    content_->addWidget(buildPlaces());
    empty_ = new EmptyState(content_);
    content_->addWidget(empty_);
    layout->addWidget(content_, 1);
    setHome(library_);
    connectLibrary();
    connectPlaces();
    everywhere_->setChecked(QSettings().value(everywhereKey).toBool());
    showTab(Library);
}

QWidget *ProfilesPage::buildTools()
{
    auto *tools = new QWidget(this);
    tabs_ = new QTabBar(tools);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Parts of the page"));
    tabs_->addTab(tr("Library"));
    tabs_->addTab(tr("At the stations"));
    everywhere_ = new QCheckBox(tr("Connectors without a profile, too"), tools);
    applyButton_ = new QPushButton(tr("Apply a profile…"), tools);
    applyButton_->setToolTip(tr("Choose a profile of the library for a connector"));
    auto *layout = new QHBoxLayout(tools);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(tabs_);
    layout->addStretch();
    layout->addWidget(everywhere_);
    layout->addWidget(applyButton_);
    return tools;
}

QWidget *ProfilesPage::buildLibrary()
{
    library_ = sortedTable(u"profileLibrary"_s, tr("Library of charging profiles"), *libraryOrder_,
                           columnWidths<NamedRow>(namedColumns()), namedColumn(), Qt::AscendingOrder, content_);
    form_ = new ProfileForm(content_);
    librarySplit_ = new MasterDetail(library_, form_, u"profileLibrary"_s, content_);
    return new Card(librarySplit_, content_);
}

QWidget *ProfilesPage::buildPlaces()
{
    places_ = sortedTable(u"profilePlaces"_s, tr("Profiles at the stations"), *placeOrder_,
                          columnWidths<PlaceRow>(placeColumns()), placeStationColumn(), Qt::AscendingOrder, content_);
    placeDetail_ = new QStackedWidget(content_);
    panel_ = new PlacePanel(backend_, placeDetail_);
    applyForm_ = new ApplyForm(backend_, placeDetail_);
    placeDetail_->addWidget(panel_);
    placeDetail_->addWidget(applyForm_);
    placesSplit_ = new MasterDetail(places_, placeDetail_, u"profilePlaces"_s, content_);
    return new Card(placesSplit_, content_);
}

void ProfilesPage::connectLibrary()
{
    connect(source_, &ProfileSource::updated, this, [this] {
        read_ = true;
        failed_ = false;
        presentContent();
        selectWanted();
        wantedStation_.clear(); // it has none
    });
    connect(source_, &ProfileSource::failed, this, &ProfilesPage::presentError);
    connect(tabs_, &QTabBar::currentChanged, this, &ProfilesPage::showTab);
    connect(add_, &QAction::triggered, this, &ProfilesPage::openForm);
    connect(library_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProfilesPage::openNamed);
    connect(librarySplit_, &MasterDetail::detailClosed, this, [this] {
        putAside();
        library_->clearSelection();
        presentContent();
    });
    connect(form_, &ProfileForm::closeRequested, librarySplit_, &MasterDetail::closeDetail);
    connect(form_, &ProfileForm::submitted, this, &ProfilesPage::save);
    connect(form_, &ProfileForm::removeRequested, this, [this](const QString &name) {
        form_->settle(); // it was asked to go, with what was changed in it
        librarySplit_->closeDetail();
        deeds_->remove(name);
    });
    connect(form_, &ProfileForm::drawRequested, this,
            [this](const QString &name) { emit linkActivated({.page = u"schedules"_s, .station = {}, .part = name}); });
    connect(form_, &ProfileForm::applyRequested, this, [this](const QString &name) { openApply(name); });
    connect(shelf_, &DraftShelf::backRequested, this, [this](const DraftPlace &place) {
        tabs_->setCurrentIndex(Library);
        if (place.key == ProfileDraft().key())
            openForm();
        else
            selectNamed(place.key);
    });
    connect(empty_, &EmptyState::actionRequested, this, [this] {
        if (failed_)
            source_->reload();
        else if (source_->library().rows().isEmpty())
            openForm();
        else if (tabs_->currentIndex() == Places)
            openApply({});
    });
}

void ProfilesPage::connectPlaces()
{
    connect(everywhere_, &QCheckBox::toggled, this, [this](bool everywhere) {
        QSettings().setValue(everywhereKey, everywhere);
        placeOrder_->setEverywhere(everywhere);
        presentContent();
    });
    connect(applyButton_, &QPushButton::clicked, this, [this] { openApply({}); });
    connect(places_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ProfilesPage::openPlace);
    connect(placesSplit_, &MasterDetail::detailClosed, this, [this] {
        panel_->setOpen(false);
        places_->clearSelection();
        presentContent();
    });
    connect(panel_, &PlacePanel::closeRequested, placesSplit_, &MasterDetail::closeDetail);
    connect(applyForm_, &ApplyForm::closeRequested, placesSplit_, &MasterDetail::closeDetail);
    connect(applyForm_, &ApplyForm::submitted, this, &ProfilesPage::apply);
    connect(panel_, &PlacePanel::applyRequested, this,
            [this](const QString &station, int connector) { openApply({}, station, connector); });
    connect(panel_, &PlacePanel::withdrawRequested, this,
            [this](const PlaceRow &row) { deeds_->withdraw(row.row, profileName(row)); });
    connect(panel_, &PlacePanel::clearRequested, this, &ProfilesPage::clear);
    connect(panel_, &PlacePanel::drawRequested, this, [this](const QString &station, int connector) {
        emit linkActivated({.page = u"schedules"_s, .station = station, .connector = connector});
    });
    connect(panel_, &PlacePanel::stationRequested, this,
            [this](const QString &station) { emit linkActivated({.page = u"stations"_s, .station = station}); });
}

bool ProfilesPage::hasUnsaved() const
{
    return form_->isEdited() || !drafts_.isEmpty();
}

QString ProfilesPage::headline() const
{
    if (!read_ || failed_)
        return {};
    const QList<PlaceRow> &places = source_->places().rows();
    const auto wanted = std::ranges::count_if(places, [](const PlaceRow &row) { return row.row.desired.has_value(); });
    const auto installed = std::ranges::count_if(
        places, [](const PlaceRow &row) { return !row.isEmpty() && row.row.state == ProfileState::Installed; });
    const auto refused =
        std::ranges::count_if(places, [](const PlaceRow &row) { return !row.isEmpty() && isRefused(row); });
    QStringList parts{tr("%n profile(s)", nullptr, int(source_->library().rows().size()))};
    if (wanted > 0)
        parts.append(tr("installed at %1 of %n place(s)", nullptr, int(wanted)).arg(installed));
    if (refused > 0)
        parts.append(tr("%n refused", nullptr, int(refused)));
    return parts.join(u", "_s);
}

QString ProfilesPage::searchHint() const
{
    return tr("Search profiles");
}

void ProfilesPage::search(const QString &text)
{
    libraryOrder_->setWords(text);
    placeOrder_->setWords(text);
    presentContent();
}

void ProfilesPage::visit(const Target &target)
{
    wantedStation_ = target.station;
    if (wantedStation_.isEmpty())
        return;
    tabs_->setCurrentIndex(Places);
    everywhere_->setChecked(true);
    selectWanted();
}

void ProfilesPage::selectWanted()
{
    if (wantedStation_.isEmpty())
        return;
    const QModelIndexList found = placeOrder_->match(placeOrder_->index(0, placeStationColumn()), Qt::DisplayRole,
                                                     wantedStation_, 1, Qt::MatchFixedString);
    if (found.isEmpty())
        return;
    wantedStation_.clear();
    places_->selectRow(found.first().row());
}

void ProfilesPage::showEvent(QShowEvent *event)
{
    setReading(true);
    Page::showEvent(event);
}

void ProfilesPage::hideEvent(QHideEvent *event)
{
    setReading(false);
    Page::hideEvent(event);
}

void ProfilesPage::setReading(bool reading)
{
    source_->setOpen(reading);
    panel_->setOpen(reading && placesSplit_->isDetailOpen());
}

void ProfilesPage::showTab(int tab)
{
    everywhere_->setHidden(tab != Places);
    applyButton_->setHidden(tab != Places);
    setHome(tab == Library ? library_ : places_);
    presentContent();
}

void ProfilesPage::presentContent()
{
    if (!read_ || failed_)
        return;
    QSet<QString> names;
    for (const NamedRow &row : source_->library().rows())
        names.insert(row.key());
    form_->setKnown(names);
    applyForm_->setKnown(source_->library().rows(), source_->stations());
    presentDetails();
    const int tab = tabs_->currentIndex();
    const bool none = (tab == Library ? libraryOrder_->rowCount() : placeOrder_->rowCount()) == 0;
    const bool open = (tab == Library ? librarySplit_ : placesSplit_)->isDetailOpen();
    if (none)
        presentNothing();
    content_->setCurrentIndex(none && !open ? int(Nothing) : tab);
    applyButton_->setEnabled(!source_->library().rows().isEmpty() && !source_->stations().isEmpty());
    emit headlineChanged();
}

/// What stands in the details as it is by now.
void ProfilesPage::presentDetails()
{
    if (librarySplit_->isDetailOpen() && !form_->editedKey().isEmpty()) {
        const int place = source_->library().find(form_->editedKey());
        if (place < 0)
            librarySplit_->closeDetail(); // the profile is gone
        else
            form_->refresh(source_->library().at(place));
    }
    if (!placesSplit_->isDetailOpen() || placeDetail_->currentWidget() != panel_)
        return;
    const PlaceRow &shown = panel_->row();
    int place = source_->places().find(shown.key());
    const QList<PlaceRow> &rows = source_->places().rows();
    for (int i = 0; place < 0 && i < rows.size(); ++i) {
        if (rows.at(i).row.station == shown.row.station && rows.at(i).row.connector == shown.row.connector)
            place = i; // what is there now
    }
    if (place < 0)
        placesSplit_->closeDetail();
    else
        panel_->present(rows.at(place));
}

void ProfilesPage::presentNothing()
{
    empty_->presentDetail({});
    const bool isLibrary = tabs_->currentIndex() == Library;
    if (isLibrary ? libraryOrder_->isFiltering() : placeOrder_->isFiltering()) {
        empty_->present(u"search"_s, tr("No profile matches"), tr("Search for fewer letters."));
        empty_->presentAction({});
    } else if (isLibrary || source_->library().rows().isEmpty()) {
        empty_->present(u"profiles"_s, tr("No profile yet"),
                        tr("A charging profile says how much may be drawn, and when: less in the evening, all of it at "
                           "night, never more than the connection to the grid carries. Enter one here, then apply it "
                           "to stations."));
        empty_->presentAction(tr("New profile"));
    } else {
        empty_->present(u"profiles"_s, tr("No station has a profile"),
                        tr("Apply one of the library to a connector. It is sent at once, or when the station is back, "
                           "and kept there: also after a restart."));
        empty_->presentAction(source_->stations().isEmpty() ? QString() : tr("Apply a profile…"));
    }
}

void ProfilesPage::presentError(const store::Error &error)
{
    failed_ = true;
    empty_->presentFailure(tr("The profiles cannot be read"), error);
    content_->setCurrentIndex(Nothing);
    emit headlineChanged();
}

// ---- the library

void ProfilesPage::openForm()
{
    tabs_->setCurrentIndex(Library);
    putAside();
    library_->clearSelection();
    content_->setCurrentIndex(Library);
    form_->begin();
    librarySplit_->openDetail();
    resume(ProfileDraft().key());
}

void ProfilesPage::openNamed()
{
    const QModelIndexList selected = library_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    const NamedRow row = source_->library().at(libraryOrder_->mapToSource(selected.first()).row());
    if (!librarySplit_->isDetailOpen() || form_->editedKey() != row.key()) {
        putAside();
        form_->edit(row);
        resume(row.key());
    }
    librarySplit_->openDetail();
}

/// Before the form shows something else: what was changed in it is not lost.
void ProfilesPage::putAside()
{
    if (!form_->isEdited())
        return;
    const ProfileDraft draft = form_->draft();
    form_->settle();
    drafts_.insert(draft.key(), draft);
    shelf_->putAside({.key = draft.key()}, draft.name.isEmpty() ? tr("the new profile") : draft.name);
}

bool ProfilesPage::resume(const QString &key)
{
    if (!drafts_.contains(key))
        return false;
    form_->resume(drafts_.take(key));
    shelf_->remove({.key = key});
    return true;
}

void ProfilesPage::save(const QString &name, const QJsonObject &profile)
{
    const QString draft = form_->draft().key();
    deeds_->save(name, profile, [this, draft, profile](bool done) {
        form_->release();
        const bool isShown = form_->draft().key() == draft && form_->draft().profile == profile;
        if (!done || !isShown)
            return; // what was typed meanwhile, or opened, stays open
        form_->settle();
        librarySplit_->closeDetail();
    });
}

void ProfilesPage::selectNamed(const QString &key)
{
    const int place = source_->library().find(key);
    if (place < 0) { // it is gone; what was changed in it may become a new one
        openForm();
        resume(key);
        return;
    }
    if (!libraryOrder_->mapFromSource(source_->library().index(place, 0)).isValid()) {
        libraryOrder_->setWords({});
        emit searchDropped();
    }
    library_->selectRow(libraryOrder_->mapFromSource(source_->library().index(place, 0)).row());
}

// ---- the stations

void ProfilesPage::openPlace()
{
    const QModelIndexList selected = places_->selectionModel()->selectedRows();
    if (selected.isEmpty())
        return;
    panel_->present(source_->places().at(placeOrder_->mapToSource(selected.first()).row()));
    placeDetail_->setCurrentWidget(panel_);
    placesSplit_->openDetail();
    panel_->setOpen(isVisible());
}

void ProfilesPage::openApply(const QString &profile, const QString &station, int connector)
{
    tabs_->setCurrentIndex(Places);
    places_->clearSelection();
    content_->setCurrentIndex(Places);
    placeDetail_->setCurrentWidget(applyForm_);
    placesSplit_->openDetail();
    applyForm_->begin(profile, station, connector);
}

void ProfilesPage::clear(const QString &station, int connector)
{
    const modal::Question question{
        .title = tr("Clear all profiles"),
        .text = tr("%1, %2: the station drops every charging profile that it has there. Those that nobody here knows of "
                   "cannot be brought back.").arg(station, placeWord(connector)),
        .action = tr("Clear all")};
    modal::ask(window(), question, [this, station, connector] { deeds_->clear(station, connector); });
}

void ProfilesPage::apply(const store::ProfileWish &wish, const QString &profileName)
{
    deeds_->apply(wish, profileName, [this](bool done) {
        if (done)
            placesSplit_->closeDetail();
        else
            applyForm_->release();
    });
}

} // namespace ui
