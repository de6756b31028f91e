// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layerpanel.h"

#include "ocpp/codec.h"
#include "ui/pages/schedules/daylane.h"
#include "ui/pages/schedules/layerform.h"
#include "ui/pages/schedules/layermodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/widgets/label.h"

#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int rowHeight = 46; // px
constexpr int swatch = 22; // px
constexpr int menuButtonWidth = 92; // px: with the arrow of the menu
constexpr QKeyCombination upKey = Qt::ALT | Qt::Key_Up;
constexpr QKeyCombination downKey = Qt::ALT | Qt::Key_Down;

/// Check mark, the layer's line as it is on the canvas, its name, and what it is for.
class LayerDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, rowHeight}; }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        editor->setGeometry(option.rect.adjusted(textLeft - 6, 4, -4, -4));
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem blank = option;
        initStyleOption(&blank, index);
        blank.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &blank, painter, option.widget);
        const QRect box = option.rect;
        const bool isShown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const bool isSelected = option.state & QStyle::State_Selected;
        const Palette &palette = Palette::current();
        painter->save();
        QPen line(palette.color(isSelected ? Role::Text : Role::Muted), isSelected ? 2 : 1);
        if (!isSelected)
            line.setDashPattern(dashOf(index.row()));
        painter->setPen(line);
        const int middle = box.center().y();
        painter->drawLine(box.left() + textLeft - swatch - 8, middle, box.left() + textLeft - 8, middle);
        const QRect text = box.adjusted(textLeft, 4, -6, -4);
        painter->setFont(textFont(TextSize::Body, QFont::DemiBold));
        painter->setPen(palette.color(isShown ? Role::Text : Role::Muted));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignTop,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setFont(textFont(TextSize::Caption));
        painter->setPen(palette.color(Role::Muted));
        painter->drawText(text, Qt::AlignLeft | Qt::AlignBottom,
                          painter->fontMetrics().elidedText(index.data(LayerModel::DetailRole).toString(),
                                                            Qt::ElideRight, text.width()));
        painter->restore();
    }

private:
    static constexpr int textLeft = 66; // px
};

/// Shows where the dragged layer would come, and nothing where it cannot. Alt and an arrow move a layer: where they
/// cannot, they must not select another.
class LayerList : public QListView {
public:
    using QListView::QListView;

protected:
    void dragMoveEvent(QDragMoveEvent *event) override
    {
        setDropIndicatorShown(true);
        QListView::dragMoveEvent(event);
        setDropIndicatorShown(event->isAccepted());
        viewport()->update();
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->modifiers() & Qt::AltModifier)
            event->ignore();
        else
            QListView::keyPressEvent(event);
    }
};

} // namespace

LayerPanel::LayerPanel(ScheduleDocument &document, QWidget *parent)
    : QWidget(parent), document_(document), model_(new LayerModel(document, this)), list_(new LayerList(this)),
      menu_(new QMenu(this)), form_(new LayerForm(document, this))
{
    list_->setModel(model_);
    list_->setDragDropMode(QAbstractItemView::DragDrop); // only what LayerModel knows
    list_->setDefaultDropAction(Qt::MoveAction);
    list_->setItemDelegate(new LayerDelegate(list_));
    list_->setAccessibleName(tr("Layers"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setMinimumHeight(2 * rowHeight);
    none_ = buildInvitation();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    layout->addWidget(none_, 1);
    layout->addWidget(list_, 1);
    layout->addWidget(buildButtons());
    layout->addWidget(form_);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { document_.select(model_->idAt(current.row())); });
    connect(&document_, &ScheduleDocument::layersChanged, this, &LayerPanel::follow);
    connect(&document_, &ScheduleDocument::selectionChanged, this, &LayerPanel::follow);
    follow();
}

QPushButton *LayerPanel::addButton(const QString &iconName, const QString &name, const QKeySequence &key)
{
    auto *button = new QPushButton(icon(iconName), {}, this);
    button->setAccessibleName(name);
    button->setToolTip(key.isEmpty() ? name : u"%1 (%2)"_s.arg(name, key.toString(QKeySequence::NativeText)));
    setButtonKind(*button, ButtonKind::Quiet);
    return button;
}

QWidget *LayerPanel::buildHead()
{
    auto *head = new QWidget(this);
    auto *title = new Label(tr("Layers"), TextSize::Section, Role::Text, head);
    add_ = new QPushButton(icon(u"plus"_s), tr("Add"), head);
    add_->setToolTip(tr("A new layer: empty, from a template or from the library"));
    add_->setMenu(menu_);
    add_->setMinimumWidth(menuButtonWidth);
    connect(menu_, &QMenu::aboutToShow, this, &LayerPanel::fillMenu);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 10, 12, 6);
    layout->addWidget(title, 1);
    layout->addWidget(add_);
    return head;
}

/// What belongs here, and the first step.
QWidget *LayerPanel::buildInvitation()
{
    auto *invitation = new QWidget(this);
    auto *words = new Label(tr("Drag on the canvas to draw the first profile, or begin with a template:"),
                            TextSize::Body, Role::Muted, invitation);
    words->wrapping();
    auto *layout = new QVBoxLayout(invitation);
    layout->setContentsMargins(16, 4, 16, 8);
    layout->setSpacing(4);
    layout->addWidget(words);
    layout->addSpacing(4);
    for (const auto &[which, name] : templates()) {
        auto *button = new QPushButton(icon(u"schedules"_s), name, invitation);
        setButtonKind(*button, ButtonKind::Quiet);
        layout->addWidget(button, 0, Qt::AlignLeft);
        connect(button, &QPushButton::clicked, this, [this, which = which, name = name] { addTemplate(which, name); });
    }
    layout->addStretch();
    return invitation;
}

QWidget *LayerPanel::buildButtons()
{
    auto *bar = new QWidget(this);
    copy_ = addButton(u"copy"_s, tr("Duplicate the layer"), {});
    up_ = addButton(u"chevron-up"_s, tr("Move the layer up"), upKey);
    down_ = addButton(u"chevron-down"_s, tr("Move the layer down"), downKey);
    remove_ = addButton(u"minus"_s, tr("Delete the layer"), {});
    more_ = addButton(u"menu"_s, tr("More about layers"), {});
    auto *moreMenu = new QMenu(this);
    save_ = moreMenu->addAction(icon(u"profiles"_s), tr("Save into the library"), this, &LayerPanel::saveRequested);
    moreMenu->addSeparator();
    moreMenu->addAction(icon(u"import"_s), tr("Import…"), this, &LayerPanel::importRequested);
    export_ = moreMenu->addAction(icon(u"export"_s), tr("Export what is drawn…"), this, &LayerPanel::exportRequested);
    more_->setMenu(moreMenu);
    more_->setMinimumWidth(menuButtonWidth / 2);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(2);
    for (QPushButton *button : {copy_, up_, down_, remove_, more_})
        layout->addWidget(button);
    layout->addStretch();
    connect(copy_, &QPushButton::clicked, this, &LayerPanel::duplicate);
    // A button's own shortcut lets it be seen pressed for 100 ms, and what is typed meanwhile is lost.
    for (const auto &[button, direction] : {std::pair{up_, -1}, std::pair{down_, 1}}) {
        const auto moveBy = [this, by = direction] { move(by); };
        connect(button, &QPushButton::clicked, this, moveBy);
        connect(new QShortcut(direction < 0 ? upKey : downKey, this), &QShortcut::activated, this, moveBy);
    }
    connect(remove_, &QPushButton::clicked, this, &LayerPanel::removeSelected);
    return bar;
}

QList<std::pair<charging::PlanTemplate, QString>> LayerPanel::templates()
{
    using enum charging::PlanTemplate;
    return {{NightTariff, tr("Night tariff")},
            {OfficeHours, tr("Office hours")},
            {SolarNoon, tr("Solar noon")},
            {SiteCap, tr("Site cap")}};
}

void LayerPanel::setLibrary(const QList<NamedRow> &library)
{
    library_ = library;
}

void LayerPanel::fillMenu()
{
    menu_->clear();
    menu_->addAction(tr("Empty layer"), this, &LayerPanel::addEmpty);
    menu_->addSeparator();
    for (const auto &[which, name] : templates())
        menu_->addAction(name, this, [this, which = which, name = name] { addTemplate(which, name); });
    addFromLibrary(*menu_->addMenu(tr("From the library")));
}

void LayerPanel::addFromLibrary(QMenu &menu)
{
    menu.setEnabled(!library_.isEmpty());
    for (const NamedRow &row : std::as_const(library_)) {
        menu.addAction(row.named.name, this, [this, row] { addNamed(row); });
    }
}

void LayerPanel::addNamed(const NamedRow &row)
{
    QList<ocpp::Finding> findings;
    QJsonObject json = row.profile;
    json.insert("chargingProfileId"_L1, 0); // of the library: none yet
    const auto profile = ocpp::decode<ocpp::ChargingProfile>(json, findings);
    if (profile)
        document_.add(layerOf(*profile, document_.freeName(row.named.name), document_.week()),
                      tr("Add from the library"));
}

bool LayerPanel::openNamed(const QString &name)
{
    const auto isIt = [&name](const Layer &layer) { return layer.isDrawn && layer.name == name; };
    const QList<Layer> &layers = document_.layers();
    if (const auto layer = std::ranges::find_if(layers, isIt); layer != layers.end()) {
        document_.select(layer->id);
        return true;
    }
    const auto row = std::ranges::find_if(library_, [&name](const NamedRow &one) { return one.named.name == name; });
    if (row == library_.end())
        return false;
    addNamed(*row);
    return true;
}

void LayerPanel::addEmpty()
{
    Layer layer;
    layer.name = document_.freeName(tr("New profile"));
    layer.like.chargingProfilePurpose = ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = document_.freeLevel(layer.purpose());
    layer.plan = charging::WeekPlan(charging::Repeats::Daily, document_.unit());
    document_.add(layer, tr("Add a layer"));
}

void LayerPanel::addTemplate(charging::PlanTemplate which, const QString &name)
{
    const bool isCap = which == charging::PlanTemplate::SiteCap;
    Layer layer;
    layer.name = document_.freeName(name);
    layer.like.chargingProfilePurpose = isCap ? ocpp::ChargingProfilePurposeType::ChargePointMaxProfile
                                              : ocpp::ChargingProfilePurposeType::TxDefaultProfile;
    layer.like.stackLevel = document_.freeLevel(layer.purpose());
    layer.plan = charging::templatePlan(which, document_.unit(), document_.fullLimit(document_.unit()));
    document_.add(layer, tr("Add a template"));
}

void LayerPanel::duplicate()
{
    const Layer *layer = document_.selected();
    if (!layer)
        return;
    Layer copy = document_.copyOf(*layer, layer->name);
    if (layer->isDrawn)
        copy.like.stackLevel = document_.freeLevel(copy.purpose());
    document_.add(copy, tr("Duplicate a layer"));
}

void LayerPanel::removeSelected()
{
    document_.remove(document_.selectedId(), tr("Delete a layer"));
}

/// The row that it is to stand above, to be one further up or down.
int LayerPanel::rowBeyond(const Layer &layer, int direction) const
{
    const int row = model_->rowOf(layer.id);
    return direction < 0 ? row - 1 : row + 2;
}

int LayerPanel::levelBeyond(const Layer &layer, int direction) const
{
    const QList<Layer> &all = document_.layers();
    const int at = model_->rowOf(layer.id) + direction;
    const bool hasNeighbour = at >= 0 && at < all.size() && all.at(at).purpose() == layer.purpose();
    const int level = hasNeighbour ? all.at(at).level() : layer.level() - direction;
    return std::clamp(level, 0, std::max(layer.level(), document_.topLevel()));
}

bool LayerPanel::canMove(int direction) const
{
    const Layer *layer = document_.selected();
    return layer && layer->isDrawn
           && (document_.canMove(layer->id, rowBeyond(*layer, direction))
               || levelBeyond(*layer, direction) != layer->level());
}

void LayerPanel::move(int direction)
{
    if (!canMove(direction))
        return;
    Layer moved = *document_.selected();
    if (document_.move(moved.id, rowBeyond(moved, direction), tr("Move a layer")))
        return;
    moved.like.stackLevel = levelBeyond(moved, direction);
    document_.replace(moved, tr("Move a layer"));
}

void LayerPanel::follow()
{
    const QSignalBlocker quiet(list_->selectionModel());
    const int row = model_->rowOf(document_.selectedId());
    if (row >= 0)
        list_->selectionModel()->setCurrentIndex(model_->index(row), QItemSelectionModel::ClearAndSelect);
    else
        list_->selectionModel()->clear();
    list_->viewport()->update();
    const Layer *layer = document_.selected();
    const bool isDrawn = layer && layer->isDrawn;
    const auto isDrawnLayer = [](const Layer &one) { return one.isDrawn; };
    none_->setHidden(model_->rowCount() > 0);
    list_->setHidden(model_->rowCount() == 0);
    copy_->setEnabled(layer && layer->plan);
    up_->setEnabled(canMove(-1));
    down_->setEnabled(canMove(1));
    remove_->setEnabled(isDrawn);
    save_->setEnabled(isDrawn && layer->plan && !layer->plan->isEmpty());
    export_->setEnabled(std::ranges::any_of(document_.layers(), isDrawnLayer));
}

} // namespace ui
