// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/schedules/scheduledocument.h"

#include <QAbstractListModel>

namespace ui {

/// The layers of the document, the highest first: its check mark shows one or hides it, its text is its name. A drawn one
/// can be dragged between those of its purpose.
class LayerModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, DrawnRole, StateRole };

    explicit LayerModel(ScheduleDocument &document, QObject *parent = nullptr);

    [[nodiscard]] int idAt(int row) const;
    [[nodiscard]] int rowOf(int id) const; ///< -1: there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

private:
    /// The layer that is dragged; 0: something else.
    [[nodiscard]] static int dragged(const QMimeData &data);
    void follow();

    ScheduleDocument &document_;
    QList<int> ids_;
};

} // namespace ui
