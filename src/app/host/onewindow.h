// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>

class QLocalServer;
class QLocalSocket;

namespace app {

/// One window for each person and data directory: the first one listens on a local socket that only its own user may
/// use, and each further start asks there for the window instead of opening another. Who starts it a second time is
/// never told of an error: where nobody can be asked, it opens as if it were the first.
class OneWindow : public QObject {
    Q_OBJECT
public:
    /// Of a start for a window that is there, but has its hands full: when a person logs in, everything starts at once.
    static constexpr std::chrono::milliseconds usualPatience{5000};

    /// Does nothing yet. Thread with an event loop; all but the static functions are for that thread.
    explicit OneWindow(const QString &dataDir, QObject *parent = nullptr);
    ~OneWindow() override;

    /// From now on others are answered, until it goes. The data directory exists. False: another window of this
    /// person's listens already, or the system does not let us. At once; where that other one is overrun, after
    /// `usualPatience`.
    bool listen();

    /// Asks the window that is there to show itself; true: it does. `activationToken` is what the desktop gave this
    /// start so that the window may come to the front; may be empty. Blocks until the answer, `patience` at most, and
    /// not at all where nobody listens, as beside a daemon. Any thread.
    static bool show(const QString &dataDir, const QString &activationToken,
                     std::chrono::milliseconds patience = usualPatience);
    /// The same, but leaves that window as it is, perhaps in the tray.
    static bool isThere(const QString &dataDir, std::chrono::milliseconds patience = usualPatience);
    /// Of the socket.
    static QString address(const QString &dataDir);

signals:
    /// Another start wants the window. It is told that it is shown when all who hear this have returned.
    void showRequested(const QString &activationToken);

private:
    void welcome();
    void answer(QLocalSocket &caller);

    const QString dataDir_;
    QLocalServer *server_;
};

} // namespace app
