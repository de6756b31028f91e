// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/backend.h"
#include "ui/pages/stations/security/stationsecurity.h"

#include <QObject>

#include <functional>

namespace ui {

/// Changes what is wanted of a station's certificates, and settles its alarms, in the writer's job. What became of it
/// comes back as rows.
class SecurityDeeds : public QObject {
    Q_OBJECT
public:
    SecurityDeeds(const Backend &backend, QObject *parent);

    /// What became of the deeds for the station before is not told any more.
    void setStation(const QString &station);

    /// With all events of its type that wait.
    void acknowledge(const store::SecurityEvent &event);
    void install(const QString &type, const QByteArray &pem);
    /// One that is known here can be put back.
    void remove(const RootRow &root);
    /// Has the station asked for the roots that it has.
    void refresh();
    /// Has the station make a request for a certificate of its own.
    void askForRequest();
    void cancel(qint64 command);
    /// `chain` is what an authority made of the request.
    void fulfil(qint64 request, const QByteArray &chain);
    /// Of an order for Plug & Charge: `chain` is what an authority made of it.
    void giveCertificate(qint64 order, const QByteArray &chain);
    void refuse(const store::SigningOrder &order);
    void tryAgain(qint64 order);
    void takeBack();

signals:
    /// `text` may be empty: the rows will say so.
    void done(const QString &text, bool canUndo);
    void failed(const QString &text);

private:
    using Work = std::function<QString(store::Database &)>; ///< what went wrong, in words; empty: done
    void run(const Work &work, const QString &said, const Work &undo = {});

    Backend backend_;
    QString station_;
    Work undo_;
};

} // namespace ui
