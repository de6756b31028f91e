// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/drawing.h"

#include "plot/fileformat.h"
#include "plot/picturejson.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QProcess>

#include <memory>

#ifdef Q_OS_LINUX
#include <linux/close_range.h>
#include <unistd.h>
#endif

namespace http {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto startPatience = 5s;
constexpr auto lookEvery = 100ms; // whether the engine stops
constexpr qsizetype toldTrouble = 500; // characters

/// Sockets of clients that were accepted stay with us: one that we close must be closed.
void keepDescriptors([[maybe_unused]] QProcess &process)
{
#ifdef Q_OS_LINUX
    process.setChildProcessModifier([] { ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC); });
#endif
}

Failure cannotDraw(int status, const QString &text)
{
    return {status, u"cannotDraw"_s, text, {}};
}

using Places = std::counting_semaphore<Drawing::mostAtOnce>;

struct GiveBack {
    void operator()(Places *places) const { places->release(); }
};

} // namespace

QString Drawing::programPath() const
{
    if (!program_.isEmpty())
        return program_;
    QString path = QCoreApplication::applicationDirPath() + "/stationmasterctl"_L1;
#ifdef Q_OS_WIN
    path += ".exe"_L1;
#endif
    return path;
}

Answer<void> Drawing::waitFor(QProcess &process) const
{
    const QDeadlineTimer deadline(patience_);
    while (!process.waitForFinished(int(lookEvery.count())) && process.state() != QProcess::NotRunning) {
        if (!deadline.hasExpired() && !hasEnded_)
            continue;
        process.kill();
        process.waitForFinished();
        return tl::unexpected(
            hasEnded_
                ? cannotDraw(503, u"The engine stops. Ask again when it runs."_s)
                : cannotDraw(504, u"The picture was not drawn within %1 s. Take a shorter duration, one connector, "
                                  "or format=csv."_s.arg(patience_ / 1s)));
    }
    return {};
}

Answer<QByteArray> Drawing::run(const QByteArray &json, const QStringList &arguments)
{
    const QString program = programPath();
    if (!QFileInfo(program).isExecutable())
        return tl::unexpected(cannotDraw(501, u"Pictures are drawn by %1, and it is not there. Install it beside the "
                                              "engine, or take format=json or format=csv."_s.arg(program)));
    QProcess process;
    keepDescriptors(process);
    process.start(program, arguments);
    if (!process.waitForStarted(int(startPatience / 1ms)))
        return tl::unexpected(
            cannotDraw(500, u"%1 cannot be started (%2). Look at its permissions, or take format=csv."_s.arg(
                                program, process.errorString())));
    process.write(json);
    process.closeWriteChannel();
    if (const auto finished = waitFor(process); !finished)
        return tl::unexpected(finished.error());
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return process.readAllStandardOutput();
    const QString trouble = QString::fromUtf8(process.readAllStandardError()).trimmed().right(toldTrouble);
    return tl::unexpected(cannotDraw(500, u"%1 could not draw: %2 Take format=csv, or ask for a shorter time."_s.arg(
                                              program, trouble.isEmpty() ? u"it ended without a word."_s : trouble)));
}

Answer<QByteArray> Drawing::draw(const QList<plot::CompositePicture> &pictures, plot::FileFormat format, QSize size)
{
    if (!places_.try_acquire_for(patience_))
        return tl::unexpected(cannotDraw(503, u"Too many pictures are being drawn. Ask again in a minute."_s));
    const std::unique_ptr<Places, GiveBack> place(&places_);
    QStringList arguments{u"draw"_s, rowOf(format).name};
    if (!size.isEmpty())
        arguments += {u"--size"_s, u"%1x%2"_s.arg(size.width()).arg(size.height())};
    return run(plot::toJson(pictures), arguments);
}

} // namespace http
