// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/answer.h"

#include <QSize>

#include <atomic>
#include <chrono>
#include <semaphore>

class QProcess;

namespace plot {
struct CompositePicture;
enum class FileFormat;
} // namespace plot

namespace http {

/// Has another process draw, stationmasterctl beside the running program: a server has no need of Qt Gui, fonts and
/// what they take. Any thread; holds the caller's until the file is there.
class Drawing {
public:
    static constexpr int mostAtOnce = 2;

    /// Empty: stationmasterctl in the folder of the running program.
    void setProgram(const QString &program) { program_ = program; }
    void setPatience(std::chrono::milliseconds patience) { patience_ = patience; }
    /// Stops what is being drawn, and draws no more.
    void end() { hasEnded_ = true; }

    Answer<QByteArray> draw(const QList<plot::CompositePicture> &pictures, plot::FileFormat format, QSize size = {});

private:
    Answer<QByteArray> run(const QByteArray &json, const QStringList &arguments);
    Answer<void> waitFor(QProcess &process) const;
    [[nodiscard]] QString programPath() const;

    QString program_;
    std::chrono::milliseconds patience_ = std::chrono::seconds(20);
    std::counting_semaphore<mostAtOnce> places_{mostAtOnce};
    std::atomic<bool> hasEnded_ = false;
};

} // namespace http
