// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"
#include "ui/pages/idtags/tagrow.h"

namespace ui {

/// Keeps a model of all known tags, with what they were last used for, in step with the database.
class TagSource : public QObject {
    Q_OBJECT
public:
    TagSource(const Backend &backend, QObject *parent);

    [[nodiscard]] TableModel<TagRow> &model() { return model_; }
    [[nodiscard]] const TableModel<TagRow> &model() const { return model_; }
    [[nodiscard]] const QStringList &stations() const { return stations_; }
    void setOpen(bool open);
    void reload();

signals:
    /// After each reading that went well.
    void updated();
    void failed(const store::Error &error);

private:
    struct Reading;
    void read();
    void place(const QList<TagRow> &rows);

    Backend backend_;
    TableModel<TagRow> model_;
    QStringList stations_;
    ChangeGate gate_;
};

} // namespace ui
