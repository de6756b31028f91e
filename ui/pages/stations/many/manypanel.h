// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/commands/commandspecs.h"
#include "ui/pages/stations/stationrow.h"

#include <QWidget>

namespace ui {

class CommandRow;
class Label;

/// The commands for several stations at once, in the forms that one station has.
class ManyPanel : public QWidget {
    Q_OBJECT
public:
    explicit ManyPanel(const Backend &backend, QWidget *parent = nullptr);

    /// Those that are picked in the table. What a person is typing stays.
    void present(const QList<StationRow> &stations);
    /// A command was entered and not sent.
    [[nodiscard]] bool hasUnsaved() const;

signals:
    void sendRequested(const ui::CommandSpec &spec, const QJsonObject &payload);
    void closeRequested();

private:
    QWidget *buildHeader();
    QWidget *buildCommands();
    void request(CommandRow &row, const QJsonObject &payload);

    Backend backend_;
    QStringList ids_;
    int charging_ = 0;
    Label *title_;
    Label *facts_;
    QList<CommandRow *> rows_;
};

} // namespace ui
