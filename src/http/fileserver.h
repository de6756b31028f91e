// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/filestorage.h"

#include <chrono>
#include <tl/expected.hpp>

namespace store {
class Writer;
} // namespace store

namespace http {

// Firmware down to the stations, diagnostics and logs up from them: HTTP on a port of its own, and HTTPS on another one if
// there is a certificate, on threads of its own.
// Nobody may list anything: every path begins with the token of a link (store::FileLinks), and everything else is 404.
class FileServer {
public:
    struct Parameters {
        store::Writer *writer = nullptr; // started; must outlive the server
        FileStorage *storage = nullptr; // must outlive the server
        QString node; // of several: what comes lies in the data directory of this one
        QString bind = QStringLiteral("0.0.0.0"); // 0.0.0.0: all addresses, IPv6 too
        quint16 port = 0; // 0 picks a free one
        quint16 tlsPort = 0; // 0 picks a free one
        QString certificateFile{}; // PEM: the server's own, then the one that signed it, and so on
        QString keyFile{}; // PEM, without a passphrase
        std::chrono::milliseconds silence = std::chrono::seconds(60); // in the middle of a file
        size_t transfers = 256; // at a time; more of them wait
    };

    explicit FileServer(const Parameters &parameters);
    ~FileServer(); // stops

    // The port. The error says what to change.
    tl::expected<quint16, QString> start();
    // The port for HTTPS (TLS 1.2 and 1.3). The error says what is wrong with the certificate, the key or the port, and what to
    // do; plain HTTP goes on without it.
    tl::expected<quint16, QString> startTls();
    // Reads certificate and key again, which are renewed while it runs and expire; for connections to come. With the error, as
    // of startTls(), those of before go on. After startTls().
    tl::expected<void, QString> renewTls();
    // Lets running transfers end. Call it before the writer is stopped.
    void stop();

private:
    class Server;
    std::unique_ptr<Server> server_;
};

} // namespace http
