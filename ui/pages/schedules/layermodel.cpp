// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layermodel.h"

#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/momentwords.h"

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString detailOf(const Layer &layer)
{
    const QString where = layerPlaceText(layer);
    if (layer.isDrawn)
        return LayerModel::tr("%1 · drawn here").arg(where);
    return u"%1 · %2"_s.arg(where, profileState(layer.state, true).word);
}

QString tooltipOf(const Layer &layer)
{
    if (!layer.plan)
        return undrawableText(layer.why);
    return layer.isDrawn ? LayerModel::tr("Not sent yet. Double-click or F2 changes its name.")
                         : LayerModel::tr("The station's. Drawing on it begins a copy; it stays as it is until you "
                                          "apply the copy.");
}

} // namespace

LayerModel::LayerModel(ScheduleDocument &document, QObject *parent) : QAbstractListModel(parent), document_(document)
{
    connect(&document_, &ScheduleDocument::layersChanged, this, &LayerModel::follow);
    follow();
}

void LayerModel::follow()
{
    QList<int> ids;
    for (const Layer &layer : document_.layers())
        ids.append(layer.id);
    if (ids != ids_) {
        beginResetModel();
        ids_ = ids;
        endResetModel();
    } else if (!ids_.isEmpty()) {
        emit dataChanged(index(0), index(int(ids_.size()) - 1));
    }
}

int LayerModel::idAt(int row) const
{
    return ids_.value(row);
}

int LayerModel::rowOf(int id) const
{
    return int(ids_.indexOf(id));
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ids_.size());
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    const Layer *layer = index.isValid() ? document_.find(idAt(index.row())) : nullptr;
    if (!layer)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return layer->name;
    case Qt::CheckStateRole:
        return layer->isVisible ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return tooltipOf(*layer);
    case Qt::AccessibleTextRole:
        return u"%1, %2"_s.arg(layer->name, detailOf(*layer));
    case DetailRole:
        return detailOf(*layer);
    case DrawnRole:
        return layer->isDrawn;
    case StateRole:
        return int(layer->state);
    default:
        return {};
    }
}

bool LayerModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const Layer *layer = index.isValid() ? document_.find(idAt(index.row())) : nullptr;
    if (!layer)
        return false;
    if (role == Qt::CheckStateRole) {
        document_.setVisible(layer->id, value.toInt() == Qt::Checked);
        return true;
    }
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !layer->isDrawn || name.isEmpty() || name == layer->name)
        return false;
    Layer renamed = *layer;
    renamed.name = name;
    document_.replace(renamed, tr("Rename a layer"));
    return true;
}

Qt::ItemFlags LayerModel::flags(const QModelIndex &index) const
{
    const Layer *layer = index.isValid() ? document_.find(idAt(index.row())) : nullptr;
    if (!layer)
        return {};
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
    return layer->isDrawn ? usual | Qt::ItemIsEditable : usual;
}

} // namespace ui
