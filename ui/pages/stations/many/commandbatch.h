// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/commands.h"
#include "ui/backend.h"
#include "ui/commands/commandspecs.h"
#include "ui/commands/commandstory.h"
#include "ui/models/changegate.h"
#include "ui/models/tablemodel.h"

#include <QJsonObject>

#include <functional>
#include <span>

namespace ui {

/// One station's part in a command to many.
struct BatchRow {
    QString station;
    bool stationOnline = false;
    store::Command command{}; ///< id 0: it has not got into the queue (yet)
    QString refusal{};        ///< why not

    [[nodiscard]] const QString &key() const { return station; }
    [[nodiscard]] bool isQueued() const { return command.id > 0; }
    [[nodiscard]] CommandStory story() const;
    [[nodiscard]] bool hasFailed() const;
    [[nodiscard]] bool isUnderWay() const;
    /// In the queue or on its way there: nothing has gone to the station.
    [[nodiscard]] bool isUnsent() const;
    /// Still in the queue: it can be taken back.
    [[nodiscard]] bool isCancellable() const;
};

std::span<const Column<BatchRow>> batchColumns();
inline constexpr auto batchColumnsContext = "ui::BatchRow";

/// The same command for many stations: one row in the queue for each, and where each one stands.
class CommandBatch : public QObject {
    Q_OBJECT
public:
    /// `isOnline` tells of a station whether it is there now.
    CommandBatch(const Backend &backend, const std::function<bool(const QString &)> &isOnline, QObject *parent);

    [[nodiscard]] TableModel<BatchRow> &model() { return model_; }
    [[nodiscard]] const TableModel<BatchRow> &model() const { return model_; }
    /// Null before the first.
    [[nodiscard]] const CommandSpec *spec() const { return spec_; }
    /// Replaces the batch before; its commands stay in the queue.
    void start(const CommandSpec &spec, const QJsonObject &payload, const QStringList &stations);
    /// Gives the command to those again with whom it failed.
    void retryFailed();
    void retry(const QString &station);
    void cancelQueued();
    /// Why the queued ones could not be cancelled; empty: they could, or nobody wanted it.
    [[nodiscard]] const QString &trouble() const { return trouble_; }

    struct Counts {
        int all = 0;
        int unsettled = 0; ///< queued or under way
        int queued = 0; ///< of the unsettled: not sent yet
        int failed = 0;
        int cancellable = 0;
        [[nodiscard]] int done() const { return all - unsettled - failed; }
        [[nodiscard]] int underWay() const { return unsettled - queued; }
    };
    [[nodiscard]] Counts counts() const;

signals:
    void updated();

private:
    void queue(const QStringList &stations);
    void adopt(const QList<BatchRow> &rows);
    void read();
    void tell(const QString &trouble);

    Backend backend_;
    std::function<bool(const QString &)> isOnline_;
    TableModel<BatchRow> model_;
    ChangeGate gate_;
    const CommandSpec *spec_ = nullptr;
    QJsonObject payload_;
    QString trouble_;
    int generation_ = 0; ///< of the batch: answers to an older one are dropped
};

} // namespace ui
