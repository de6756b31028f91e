// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/drawing.h"

#include "app/ctl/printing.h"
#include "plot/picturefile.h"
#include "plot/picturejson.h"

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

namespace ctl {

using namespace Qt::Literals::StringLiterals;

std::unique_ptr<QCoreApplication> drawingApplication(char *program)
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    static char *words[] = {program, nullptr}; // there is always a screen, and only its plugin is installed
    static int count = 1;
#else
    static char platform[] = "-platform";
    static char offscreen[] = "offscreen";
    static char *words[] = {program, platform, offscreen, nullptr};
    static int count = 3;
    // Qt looks there for screens, and complains where there is no such folder, as in a service.
    static const QTemporaryDir empty;
    if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(empty.path()));
#endif
    for (const char *variable : {"QT_QPA_PLATFORMTHEME", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_SCREEN_SCALE_FACTORS"})
        qunsetenv(variable);
    return std::make_unique<QGuiApplication>(count, words);
}

ExitCode draw(const DrawWords &words)
{
    const auto format = plot::formatNamed(words.format);
    const auto size = plot::sizeNamed(words.size);
    QFile input;
    if (!format || (!words.size.isEmpty() && !size) || !input.open(stdin, QIODevice::ReadOnly))
        return BadUsage; // the command line has looked at both
    const auto file = plot::picturesIn(input.readAll()).and_then([&](const QList<plot::CompositePicture> &pictures) {
        return plot::fileOf(*format, pictures, {size.value_or(QSize()), {}, {}});
    });
    if (file) {
        printOut(*file);
        return Done;
    }
    printError(file.error());
    return Refused;
}

} // namespace ctl
