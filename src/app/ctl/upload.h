// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace ctl {

struct Upload {
    QString path; // of the file
    QString url; // where it is PUT, of the file server; the link counts once
    qint64 limit = 0; // bytes that are taken; 0: not known
};

// Blocks until the file is there, and shows on a terminal how far it is. The error says what happened, and what to do.
tl::expected<void, QString> upload(const Upload &upload);

// Why the file cannot be brought anyway; empty if nothing is known against it.
QString problemWithFile(const QString &path);

} // namespace ctl
