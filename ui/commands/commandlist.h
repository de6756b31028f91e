// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commandrequest.h"
#include "store/commands.h"
#include "ui/backend.h"
#include "ui/commands/formcontext.h"

#include <QHash>
#include <QWidget>

namespace ui {

class CommandRow;
class StepStrip;

/// All commands of one station, by group. Queues them, cancels them, and shows each one's progress in its own line.
class CommandList : public QWidget {
    Q_OBJECT
public:
    explicit CommandList(const Backend &backend, QWidget *parent = nullptr);

    /// Another station: forms and outcomes of the one before are put away.
    void setStation(const QString &station);
    /// `recent` newest first; `charging`: a car would be cut off by a hard restart.
    void present(const QList<store::Command> &recent, const FormContext &context, bool online, bool charging);
    [[nodiscard]] CommandRow *row(QLatin1StringView action) const;

signals:
    /// This part of the list wants to be in sight.
    void revealRequested(QWidget *row);

private:
    void request(CommandRow &row, const QJsonObject &payload);
    void queue(CommandRow &row, const QJsonObject &payload);
    void cancel(CommandRow &row, qint64 command);
    void provideStep(CommandRow &row, const store::Command &command);

    Backend backend_;
    QString station_;
    bool online_ = false;
    bool charging_ = false;
    QList<CommandRow *> rows_;
    QHash<const CommandRow *, StepStrip *> steps_; ///< of the rows that had a step of the engine's to show
};

} // namespace ui
