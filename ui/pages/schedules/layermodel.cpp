// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedules/layermodel.h"

#include "ui/pages/profiles/profilewords.h"
#include "ui/pages/schedules/momentwords.h"

#include <QCoreApplication>
#include <QMimeData>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString dragType = u"application/x-stationmaster-layer"_s;

/// Another window of the program has layers of its own, with the same numbers.
QByteArray ownMark()
{
    return QByteArray::number(QCoreApplication::applicationPid()) + ' ';
}

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
    return layer.isDrawn
               ? LayerModel::tr("Not sent yet. Double-click or F2 changes its name; drag it, or press Alt and an "
                                "arrow, to move it above or below others.")
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
    const QString wanted = value.toString().trimmed();
    if (role != Qt::EditRole || !layer->isDrawn || wanted.isEmpty())
        return false;
    // The library and links know it by its name.
    const QString name = document_.freeName(wanted, layer->id);
    if (name == layer->name)
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
        return index.isValid() ? Qt::NoItemFlags : Qt::ItemIsDropEnabled; // between layers, not on one
    const Qt::ItemFlags usual = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable;
    return layer->isDrawn ? usual | Qt::ItemIsEditable | Qt::ItemIsDragEnabled : usual;
}

// ---- Moving by drag and drop

QStringList LayerModel::mimeTypes() const
{
    return {dragType};
}

QMimeData *LayerModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(dragType, ownMark() + QByteArray::number(idAt(indexes.first().row())));
    return data;
}

int LayerModel::dragged(const QMimeData &data)
{
    const QByteArray text = data.data(dragType);
    return text.startsWith(ownMark()) ? text.mid(ownMark().size()).toInt() : 0;
}

bool LayerModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                                 const QModelIndex &parent) const
{
    const int before = row < 0 ? rowCount() : row; // below all of them
    return action == Qt::MoveAction && !parent.isValid() && document_.canMove(dragged(*data), before);
}

bool LayerModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                              const QModelIndex &parent)
{
    return canDropMimeData(data, action, row, column, parent)
           && document_.move(dragged(*data), row < 0 ? rowCount() : row, tr("Move a layer"));
}

} // namespace ui
