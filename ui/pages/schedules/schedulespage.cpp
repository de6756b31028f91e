// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/schedulespage.h"

#include "ui/pages/profiles/profiledeeds.h"
#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/applyview.h"
#include "ui/pages/schedules/drawnlayers.h"
#include "ui/pages/schedules/layerpanel.h"
#include "ui/pages/schedules/momentstrip.h"
#include "ui/pages/schedules/problempanel.h"
#include "ui/pages/schedules/schedulesource.h"
#include "ui/pages/schedules/steptable.h"
#include "ui/pages/schedules/weekcanvas.h"
#include "ui/text/format.h"
#include "ui/text/storewords.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rememberedchoice.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

const QString drawingKey = u"schedules/drawn"_s;
constexpr auto keepPause = 1s; ///< after the last change
constexpr int usualGrid = 15; // min
constexpr int panelWidth = 272; // px
constexpr int belowHeight = 172; // px

QPushButton *quietButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), {}, parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

/// What was chosen stays, where it still is there. Left alone if nothing has changed: the list may be open.
void refill(QComboBox &box, const QList<std::pair<QString, QVariant>> &choices)
{
    bool isSame = box.count() == choices.size();
    for (int i = 0; isSame && i < box.count(); ++i)
        isSame = box.itemText(i) == choices.at(i).first;
    if (isSame)
        return;
    const QVariant chosen = box.currentData();
    const QSignalBlocker quiet(box);
    box.clear();
    for (const auto &[text, data] : choices)
        box.addItem(text, data);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

QHBoxLayout *rowIn(QWidget *widget, int spacing)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

SchedulesPage::SchedulesPage(const Backend &backend, QWidget *parent)
    : Page(parent), backend_(backend), source_(new ScheduleSource(backend, this)),
      document_(new ScheduleDocument(QTimeZone::systemTimeZone(), this)),
      apply_(new QAction(icon(u"outgoing"_s, Role::OnAccent), tr("Apply…"), this)), notice_(new NoticeBar(this)),
      deeds_(new ProfileDeeds(backend, *notice_, this)), canvas_(new WeekCanvas(*document_)),
      layers_(new LayerPanel(*document_))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 0, 24, 16);
    layout->setSpacing(12);
    failure_ = new NoticeBar(this);
    layout->addWidget(failure_);
    layout->addWidget(notice_);
    tools_ = buildTools();
    layout->addWidget(tools_);
    content_ = new QStackedWidget(this);
    content_->addWidget(buildEditor());
    applyView_ = new ApplyView(backend, *document_, *deeds_, content_);
    content_->addWidget(applyView_);
    layout->addWidget(content_, 1);
    setHome(canvas_);
    connectParts();
    rememberChoice(*grid_, u"schedules/grid"_s);
    canvas_->setGrid(grid_->currentData().toInt());
    restoreDrawing();
    fillConnectors();
    followWeek();
    offerApply();
}

SchedulesPage::~SchedulesPage()
{
    keepDrawing();
}

// ---- What is drawn outlives the program

void SchedulesPage::restoreDrawing()
{
    kept_ = QSettings().value(drawingKey).toByteArray();
    document_->restore(layersKept(kept_));
    keeping_.setSingleShot(true);
    keeping_.setInterval(keepPause);
    connect(&keeping_, &QTimer::timeout, this, &SchedulesPage::keepDrawing);
    connect(document_, &ScheduleDocument::layersChanged, &keeping_, qOverload<>(&QTimer::start));
}

void SchedulesPage::keepDrawing()
{
    const QByteArray drawn = keptLayers(document_->drawn());
    if (std::exchange(kept_, drawn) != drawn)
        QSettings().setValue(drawingKey, drawn);
}

// ---- Building

QWidget *SchedulesPage::buildTools()
{
    auto *tools = new QWidget(this);
    auto *layout = rowIn(tools, 16);
    layout->addWidget(buildPlace());
    layout->addStretch();
    layout->addWidget(buildWeek());
    layout->addStretch();
    layout->addWidget(buildView());
    return tools;
}

QWidget *SchedulesPage::buildPlace()
{
    auto *place = new QWidget(this);
    station_ = new QComboBox(place);
    station_->setAccessibleName(tr("Station"));
    station_->setToolTip(tr("Whose profiles are shown below what you draw"));
    station_->addItem(tr("Draw freely"), QString());
    connector_ = new QComboBox(place);
    connector_->setAccessibleName(tr("At"));
    for (QComboBox *box : {station_, connector_})
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *layout = rowIn(place, 8);
    layout->addWidget(station_);
    layout->addWidget(connector_);
    return place;
}

QWidget *SchedulesPage::buildWeek()
{
    auto *week = new QWidget(this);
    auto *before = quietButton(u"chevron-left"_s, tr("The week before"), week);
    auto *after = quietButton(u"chevron-right"_s, tr("The week after"), week);
    weekName_ = new Label({}, TextSize::Body, Role::Text, week);
    weekName_->bold();
    weekName_->setAlignment(Qt::AlignCenter);
    auto *now = new QPushButton(tr("Now"), week);
    now->setToolTip(tr("This week, this moment"));
    setButtonKind(*now, ButtonKind::Quiet);
    auto *layout = rowIn(week, 4);
    for (QWidget *part : std::initializer_list<QWidget *>{before, weekName_, after, now})
        layout->addWidget(part);
    const auto go = [this](int days) { document_->setWeek(document_->week().monday().addDays(days)); };
    connect(before, &QPushButton::clicked, this, [go] { go(-7); });
    connect(after, &QPushButton::clicked, this, [go] { go(7); });
    connect(now, &QPushButton::clicked, canvas_, &WeekCanvas::showNow);
    return week;
}

QWidget *SchedulesPage::buildView()
{
    auto *view = new QWidget(this);
    auto *layout = rowIn(view, 4);
    for (const bool undoes : {true, false}) {
        QAction *action = undoes ? document_->history().createUndoAction(this, tr("Undo"))
                                 : document_->history().createRedoAction(this, tr("Redo"));
        action->setShortcuts(undoes ? QKeySequence::Undo : QKeySequence::Redo);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        auto *button = quietButton(undoes ? u"undo"_s : u"redo"_s, undoes ? tr("Undo") : tr("Redo"), view);
        button->setEnabled(false);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [action, button] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(u"%1 (%2)"_s.arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        });
        layout->addWidget(button);
    }
    grid_ = new QComboBox(view);
    grid_->setAccessibleName(tr("Grid"));
    grid_->setToolTip(tr("What times snap to"));
    for (const int minutes : {1, 5, 15, 30, 60})
        grid_->addItem(format::unbroken(tr("%1 min").arg(minutes)), minutes);
    grid_->setCurrentIndex(grid_->findData(usualGrid));
    layout->addWidget(grid_);
    view_ = new QButtonGroup(this);
    for (const auto &[id, text] : {std::pair{0, tr("Week")}, std::pair{1, tr("Day")}}) {
        auto *button = new QPushButton(text, view);
        button->setCheckable(true);
        button->setChecked(id == 0);
        view_->addButton(button, id);
        layout->addWidget(button);
    }
    return view;
}

QWidget *SchedulesPage::buildEditor()
{
    auto *editor = new QSplitter(Qt::Horizontal, this);
    editor->setChildrenCollapsible(false);
    editor->setHandleWidth(12);
    auto *drawing = new QSplitter(Qt::Vertical, editor);
    drawing->setChildrenCollapsible(false);
    drawing->setHandleWidth(12);
    drawing->addWidget(new Card(buildCanvas(), drawing));
    drawing->addWidget(new Card(buildBelow(), drawing));
    drawing->setStretchFactor(0, 1);
    drawing->setSizes({10'000, belowHeight});
    auto *side = new Card(layers_, editor);
    side->setMinimumWidth(panelWidth - 24);
    editor->addWidget(drawing);
    editor->addWidget(side);
    editor->setStretchFactor(0, 1);
    editor->setSizes({10'000, panelWidth});
    return editor;
}

QWidget *SchedulesPage::buildCanvas()
{
    auto *upper = new QWidget(this);
    auto *layout = new QVBoxLayout(upper);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(canvas_, 1);
    layout->addWidget(new MomentStrip(*canvas_, upper));
    return upper;
}

QWidget *SchedulesPage::buildBelow()
{
    auto *below = new QWidget(this);
    tabs_ = new QTabBar(below);
    tabs_->setExpanding(false);
    tabs_->setAccessibleName(tr("Below the canvas"));
    tabs_->addTab(tr("Steps"));
    tabs_->addTab(tr("Problems"));
    auto *parts = new QStackedWidget(below);
    problems_ = new ProblemPanel(*document_, parts);
    parts->addWidget(new StepTable(*document_, parts));
    parts->addWidget(problems_);
    auto *layout = new QVBoxLayout(below);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 0);
    head->addWidget(tabs_, 1);
    layout->addLayout(head);
    layout->addWidget(parts, 1);
    below->setMinimumHeight(belowHeight - 16);
    connect(tabs_, &QTabBar::currentChanged, parts, &QStackedWidget::setCurrentIndex);
    connect(problems_, &ProblemPanel::countChanged, this, &SchedulesPage::followProblems);
    return below;
}

void SchedulesPage::connectParts()
{
    connect(source_, &ScheduleSource::updated, this, &SchedulesPage::presentRead);
    connect(source_, &ScheduleSource::placeChanged, this, &SchedulesPage::followPlace);
    connect(source_, &ScheduleSource::failed, this, &SchedulesPage::presentError);
    connect(failure_, &NoticeBar::firstRequested, source_, &ScheduleSource::reload);
    connect(document_, &ScheduleDocument::weekChanged, this, &SchedulesPage::followWeek);
    connect(document_, &ScheduleDocument::layersChanged, this, &Page::headlineChanged);
    connect(station_, &QComboBox::currentIndexChanged, this, &SchedulesPage::choosePlace);
    connect(connector_, &QComboBox::currentIndexChanged, this, &SchedulesPage::choosePlace);
    connect(grid_, &QComboBox::currentIndexChanged, this, [this] { canvas_->setGrid(grid_->currentData().toInt()); });
    connect(view_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            canvas_->showOneDay(id == 1);
    });
    connect(canvas_, &WeekCanvas::oneDayChanged, this,
            [this](bool one) { view_->button(one ? 1 : 0)->setChecked(true); });
    connect(apply_, &QAction::triggered, this, [this] { showEditor(false); });
    connect(applyView_, &ApplyView::closeRequested, this, [this] { showEditor(true); });
    connect(layers_, &LayerPanel::saveRequested, this, &SchedulesPage::saveLayer);
    connect(layers_, &LayerPanel::importRequested, this, &SchedulesPage::importFile);
    connect(layers_, &LayerPanel::exportRequested, this, &SchedulesPage::exportFile);
}

// ---- Keeping in step

void SchedulesPage::followSource()
{
    QList<std::pair<QString, QVariant>> choices{{tr("Draw freely"), QString()}};
    for (const StationPlaces &station : source_->stations())
        choices.append({station.id, station.id});
    refill(*station_, choices);
    fillConnectors();
    layers_->setLibrary(source_->library());
    showWanted();
}

void SchedulesPage::presentRead()
{
    failed_ = false;
    failure_->dismiss();
    offerApply();
    followSource();
}

/// Drawing goes on without the database; what is drawn can go nowhere.
void SchedulesPage::presentError(const store::Error &error)
{
    failed_ = true;
    failure_->present(u"warning"_s, Role::Fault,
                      tr("The stations and their profiles cannot be read.") + u' ' + storeWords(error).sentence());
    failure_->presentDetail(error.detail);
    failure_->presentActions(tr("Try again"));
    offerApply();
}

void SchedulesPage::offerApply()
{
    apply_->setEnabled(!failed_ && content_->currentIndex() == 0);
    apply_->setToolTip(failed_ ? tr("The stations cannot be read, so there is nowhere to apply it to.")
                               : tr("Choose where what is drawn is to go"));
}

void SchedulesPage::showWanted()
{
    if (const int place = station_->findData(wanted_.station); place > 0) { // the first is none
        wanted_.station.clear();
        station_->setCurrentIndex(place);
        if (const int at = connector_->findData(std::exchange(wanted_.connector, -1)); at >= 0)
            connector_->setCurrentIndex(at);
    }
    if (!wanted_.part.isEmpty() && layers_->openNamed(wanted_.part))
        wanted_.part.clear();
}

void SchedulesPage::followPlace()
{
    document_->setPlace(source_->place(document_->week()));
    emit headlineChanged();
}

void SchedulesPage::fillConnectors()
{
    const auto &stations = source_->stations();
    const auto station = std::ranges::find(stations, station_->currentData().toString(), &StationPlaces::id);
    const int connectors = station == stations.end() ? -1 : station->connectors;
    QList<std::pair<QString, QVariant>> choices;
    for (int connector = 1; connector <= connectors; ++connector)
        choices.append({placeWord(connector), connector});
    if (connectors >= 0)
        choices.append({placeWord(0), 0});
    refill(*connector_, choices);
    connector_->setHidden(connectors < 0);
}

void SchedulesPage::choosePlace()
{
    fillConnectors();
    source_->setPlace(station_->currentData().toString(), connector_->currentData().toInt());
}

void SchedulesPage::followWeek()
{
    const QDate monday = document_->week().monday();
    const QDate sunday = monday.addDays(6);
    weekName_->setText(tr("Week %1 · %2 – %3", "number of the week, first and last day")
                           .arg(monday.weekNumber())
                           .arg(QLocale().toString(monday, u"d MMM"_s), QLocale().toString(sunday, u"d MMM yyyy"_s)));
}

QString SchedulesPage::headline() const
{
    const auto drawn = std::ranges::count_if(document_->layers(), [](const Layer &layer) { return layer.isDrawn; });
    const auto known = document_->layers().size() - drawn;
    if (drawn == 0 && document_->place().isFree())
        return tr("Nothing drawn yet");
    QStringList parts;
    if (!document_->place().isFree())
        parts.append(tr("%1, %2: %n profile(s) there", nullptr, int(known))
                         .arg(document_->place().station, placeWord(document_->place().connector)));
    parts.append(drawn == 0 ? tr("nothing drawn yet") : tr("%n drawn here, not sent", nullptr, int(drawn)));
    return parts.join(u", "_s);
}

void SchedulesPage::visit(const Target &target)
{
    wanted_ = target;
    showEditor(true);
    if (!source_->stations().isEmpty() || !source_->library().isEmpty())
        followSource();
}

void SchedulesPage::showEvent(QShowEvent *event)
{
    source_->setOpen(true);
    Page::showEvent(event);
}

void SchedulesPage::hideEvent(QHideEvent *event)
{
    source_->setOpen(false);
    Page::hideEvent(event);
}

void SchedulesPage::showEditor(bool editor)
{
    if (!editor)
        applyView_->begin(source_->stations());
    content_->setCurrentIndex(editor ? 0 : 1);
    tools_->setVisible(editor);
    offerApply();
}

void SchedulesPage::followProblems()
{
    const int count = problems_->count();
    tabs_->setTabText(1, count == 0 ? tr("Problems") : tr("%n problem(s)", nullptr, count));
    tabs_->setTabIcon(1, count == 0 ? QIcon() : icon(u"warning"_s, Role::Caution));
}

} // namespace ui
