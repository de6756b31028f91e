// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/host/onewindow.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace app {
namespace {

using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

// One line there, one line back.
constexpr QByteArrayView wantsShown = "show";
constexpr QByteArrayView wantsToKnow = "there?";
constexpr QByteArrayView isShown = "shown";
constexpr QByteArrayView isHere = "here";
constexpr qint64 longestLine = 4096; // bytes; a token has some dozens

QByteArray person()
{
#ifdef Q_OS_UNIX
    return QByteArray::number(::getuid());
#else
    return qgetenv("USERDOMAIN") + '/' + qgetenv("USERNAME");
#endif
}

bool ask(const QString &dataDir, const QByteArray &question, QByteArrayView answer, milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    socket.connectToServer(OneWindow::address(dataDir));
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return false;
    socket.write(question + '\n');
    socket.flush();
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    return socket.readLine().trimmed() == answer;
}

} // namespace

OneWindow::OneWindow(const QString &dataDir, QObject *parent)
    : QObject(parent), dataDir_(dataDir), server_(new QLocalServer(this))
{
    server_->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server_, &QLocalServer::newConnection, this, &OneWindow::welcome);
}

OneWindow::~OneWindow() = default;

/// However the directory was named, and hashed: a socket's path is short. In the folder of this person's session, where
/// there is one, nobody else can put a socket in its place; the temporary folder, which Qt would take, is everybody's.
QString OneWindow::address(const QString &dataDir)
{
    const QString canonical = QDir(dataDir).canonicalPath();
    const QByteArray what = person() + '\n' + (canonical.isEmpty() ? dataDir : canonical).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(what, QCryptographicHash::Sha256).toHex().left(32);
    const QString name = u"stationmaster-"_s + QString::fromLatin1(hash);
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    if (const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation); !folder.isEmpty())
        return QDir(folder).filePath(name);
#endif
    return name;
}

bool OneWindow::listen()
{
    const QString place = address(dataDir_);
    QLocalSocket other; // the call is taken also by one that is too busy to answer
    other.connectToServer(place);
    if (other.waitForConnected(int(usualPatience.count())))
        return false;
    QLocalServer::removeServer(place); // of a window that crashed
    return server_->listen(place);
}

void OneWindow::welcome()
{
    while (QLocalSocket *caller = server_->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { answer(*caller); });
        answer(*caller); // what came with the call
    }
}

void OneWindow::answer(QLocalSocket &caller)
{
    if (!caller.canReadLine()) {
        if (caller.bytesAvailable() > longestLine)
            caller.abort();
        return;
    }
    const QByteArray question = caller.readLine().trimmed();
    const qsizetype space = question.indexOf(' ');
    const QByteArray verb = space < 0 ? question : question.left(space);
    if (verb == wantsShown) {
        emit showRequested(space < 0 ? QString() : QString::fromUtf8(question.mid(space + 1)));
        caller.write(isShown.toByteArray() + '\n');
    } else if (verb == wantsToKnow) {
        caller.write(isHere.toByteArray() + '\n');
    }
    caller.disconnectFromServer();
}

bool OneWindow::show(const QString &dataDir, const QString &activationToken, milliseconds patience)
{
    const QByteArray question = (wantsShown.toByteArray() + ' ' + activationToken.toUtf8()).simplified();
    return ask(dataDir, question, isShown, patience);
}

bool OneWindow::isThere(const QString &dataDir, milliseconds patience)
{
    return ask(dataDir, wantsToKnow.toByteArray(), isHere, patience);
}

} // namespace app
