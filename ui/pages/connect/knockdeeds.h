// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "ui/backend.h"
#include "ui/pages/connect/knockrow.h"

#include <QObject>

namespace store {
class Database;
}

namespace ui {

/// Lets those in who knock, in the writer's job, and knows how to take it back.
class KnockDeeds : public QObject {
    Q_OBJECT
public:
    KnockDeeds(const Backend &backend, QObject *parent);

    /// Registers the station. One that is there already is never overwritten.
    void accept(const KnockRow &row);
    /// Empty: it may come in without.
    void setPassword(const KnockRow &row, const QString &password);
    /// Until it knocks again.
    void ignore(const KnockRow &row);
    void undo();

signals:
    /// `station` is expected now; empty: nobody.
    void done(const QString &said, const QString &station);
    void failed(const QString &key, const QString &said);
    /// What was done stays done; `said` tells why. undo() may be tried again.
    void undoFailed(const QString &said);

private:
    using Undo = std::function<void(store::Database &)>;
    struct Result {
        bool happened = false;
        Undo undo;
    };
    using Work = std::function<Result(store::Database &)>;
    struct Words {
        QString done;
        QString station;
        QString refused;
    };
    void run(const KnockRow &row, const Words &words, const Work &work);

    Backend backend_;
    Undo undo_;
};

} // namespace ui
