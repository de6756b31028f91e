// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commandrequest.h"
#include "store/commands.h"
#include "store/stations.h"
#include "ui/backend.h"
#include "ui/commands/formcontext.h"

#include <QHash>
#include <QJsonObject>
#include <QWidget>

namespace ui {

class CommandRow;
class DraftShelf;
class StepStrip;

/// All commands of one station, by group. Queues them, cancels them, and shows each one's progress in its own line.
class CommandList : public QWidget {
    Q_OBJECT
public:
    explicit CommandList(const Backend &backend, QWidget *parent = nullptr);

    /// Where it is told that what was entered was put aside. It outlives the list.
    void setShelf(DraftShelf &shelf) { shelf_ = &shelf; }
    /// Another station: outcomes of the one before are put away, and what was entered for it is put aside until it comes back.
    void setStation(const QString &station);
    /// What was entered for this station and not sent is in its form again: into sight with it.
    void showDraft(const QString &action);
    [[nodiscard]] bool hasUnsaved() const;
    /// `recent` newest first; `charging`: a car would be cut off by a hard restart.
    void present(const QList<store::Command> &recent, const FormContext &context, const store::Station &station,
                 bool charging);
    [[nodiscard]] CommandRow *row(QLatin1StringView action) const;

signals:
    /// This part of the list wants to be in sight.
    void revealRequested(QWidget *row);

private:
    void request(CommandRow &row, const QJsonObject &payload);
    void queue(CommandRow &row, const QJsonObject &payload);
    void cancel(CommandRow &row, qint64 command);
    void keepRefused(const CommandRow &row, const store::CommandRequest &request, const QString &why);
    void putAside(const CommandRow &row);
    void resume(CommandRow &row);
    void provideStep(CommandRow &row, const store::Command &command);

    Backend backend_;
    QString station_;
    bool online_ = false;
    bool charging_ = false;
    QList<CommandRow *> rows_;
    DraftShelf *shelf_ = nullptr;
    QHash<QString, QHash<QString, QJsonObject>> drafts_; ///< by station and action
    QHash<const CommandRow *, StepStrip *> steps_; ///< of the rows that had a step of the engine's to show
};

} // namespace ui
