// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate.h"

#include <memory>
#include <string_view>

struct ssl_ctx_st;

namespace pki {

/// One connection of a TLS server without its socket: bytes of the peer go in, bytes for the peer come out, and who owns the
/// socket says how long anything may take. One thread at a time.
class TlsSession {
public:
    enum class Handshake { Done, NeedsMore, Failed };

    TlsSession(TlsSession &&) noexcept;
    ~TlsSession();

    /// As it came over the line.
    void receive(std::string_view bytes);
    /// What is to go over the line: to be asked for after each of the functions below, also after a failure.
    QByteArray takeOutput();

    Handshake handshake();
    /// How many bytes of plain text: at most `size`, which is not 0. 0: more has to come over the line first. -1: the peer
    /// has finished, or what came is broken.
    qint64 read(char *target, size_t size);
    /// Something came that was not read yet.
    bool hasInput() const;
    /// Nothing goes out that is not the whole of `bytes`. False if the connection is over.
    bool write(std::string_view bytes);
    /// Tells the peer that nothing was cut off (RFC 8446, 6.1). Reading goes on.
    void finish();

private:
    friend class TlsServer;
    struct Engine;
    explicit TlsSession(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> engine_;
};

/// By what a server says who it is. TLS 1.2 and 1.3. Copies are one; any thread.
class TlsServer {
public:
    /// Both are PEM: the server's certificate, then the one that signed it and so on, the root may be missing; and its
    /// private key, without a passphrase. The error is one or two sentences: why not, and what to do.
    static tl::expected<TlsServer, QString> open(const QByteArray &chain, const QByteArray &key, Moment now);

    TlsSession session() const;

private:
    explicit TlsServer(std::shared_ptr<ssl_ctx_st> context) : context_(std::move(context)) {}

    std::shared_ptr<ssl_ctx_st> context_;
};

} // namespace pki
