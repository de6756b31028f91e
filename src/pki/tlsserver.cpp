// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/tlsserver.h"

#include "pki/x509.h"

#include <QDate>

#include <algorithm>
#include <limits>

#include <openssl/err.h>
#include <openssl/ssl.h>

using namespace Qt::Literals::StringLiterals;

namespace pki {
namespace {

using Certificates = std::vector<openssl::Certificate>;

QString dateOf(const ASN1_TIME *time)
{
    tm parts{};
    ASN1_TIME_to_tm(time, &parts);
    return QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday).toString(Qt::ISODate);
}

tl::expected<void, QString> checkOrder(const Certificates &chain)
{
    for (size_t i = 1; i < chain.size(); ++i) {
        if (!openssl::hasSigned(chain[i].get(), chain[i - 1].get())) {
            return tl::unexpected(
                u"Certificate %1 in the file was not signed by the one that follows it. The server's own "
                "comes first, then the one that signed it, and so on."_s.arg(i));
        }
    }
    return {};
}

tl::expected<void, QString> checkTimes(const X509 *certificate, Moment now)
{
    time_t moment = std::chrono::system_clock::to_time_t(now);
    const ASN1_TIME *const begin = X509_get0_notBefore(certificate);
    const ASN1_TIME *const end = X509_get0_notAfter(certificate);
    if (X509_cmp_time(begin, &moment) >= 0) {
        return tl::unexpected(u"The certificate is not valid before %1. Check this computer's clock, or get another "
                              "certificate."_s.arg(dateOf(begin)));
    }
    if (X509_cmp_time(end, &moment) <= 0)
        return tl::unexpected(
            u"The certificate expired on %1. Get a new one from whoever issued it."_s.arg(dateOf(end)));
    return {};
}

tl::expected<openssl::Key, QString> readKey(const QByteArray &pem)
{
    openssl::Key key(PEM_read_bio_PrivateKey(openssl::reading(pem).get(), nullptr, openssl::noPassphrase, nullptr));
    if (key)
        return key;
    if (pem.contains("ENCRYPTED")) {
        return tl::unexpected(
            u"The key asks for a passphrase, and nobody is there to type it. Save it without one: openssl "
            "pkey -in KEY -out NEW-KEY."_s);
    }
    return tl::unexpected(u"The key cannot be read. It has to be PEM, beginning with -----BEGIN PRIVATE KEY-----."_s);
}

/// In OpenSSL's own words; the queue is empty then.
QString lastReason()
{
    const char *const reason = ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    return QString::fromLatin1(reason ? reason : "unknown error");
}

bool identify(SSL_CTX *context, const Certificates &chain, EVP_PKEY *key)
{
    if (SSL_CTX_use_certificate(context, chain.front().get()) != 1 || SSL_CTX_use_PrivateKey(context, key) != 1)
        return false;
    return std::all_of(chain.begin() + 1, chain.end(), [context](const openssl::Certificate &certificate) {
        return SSL_CTX_add1_chain_cert(context, certificate.get()) == 1;
    });
}

int lengthOf(size_t size)
{
    return int(std::min(size, size_t(std::numeric_limits<int>::max())));
}

} // namespace

struct TlsSession::Engine {
    explicit Engine(SSL_CTX *context) : ssl(SSL_new(context)), input(BIO_new(BIO_s_mem())), output(BIO_new(BIO_s_mem()))
    {
        Q_CHECK_PTR(ssl);
        SSL_set_bio(ssl.get(), input, output); // owns both
        SSL_set_accept_state(ssl.get());
    }

    std::unique_ptr<SSL, openssl::Release<SSL_free>> ssl;
    BIO *const input;
    BIO *const output;
};

TlsSession::TlsSession(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

TlsSession::TlsSession(TlsSession &&) noexcept = default;

TlsSession::~TlsSession() = default;

void TlsSession::receive(std::string_view bytes)
{
    BIO_write(engine_->input, bytes.data(), lengthOf(bytes.size()));
}

QByteArray TlsSession::takeOutput()
{
    QByteArray bytes(qsizetype(BIO_ctrl_pending(engine_->output)), Qt::Uninitialized);
    if (!bytes.isEmpty())
        BIO_read(engine_->output, bytes.data(), int(bytes.size()));
    return bytes;
}

TlsSession::Handshake TlsSession::handshake()
{
    ERR_clear_error(); // SSL_get_error() looks at what others left in the thread's queue
    const int result = SSL_do_handshake(engine_->ssl.get());
    if (result == 1)
        return Handshake::Done;
    return SSL_get_error(engine_->ssl.get(), result) == SSL_ERROR_WANT_READ ? Handshake::NeedsMore : Handshake::Failed;
}

qint64 TlsSession::read(char *target, size_t size)
{
    ERR_clear_error();
    const int count = SSL_read(engine_->ssl.get(), target, lengthOf(size));
    if (count > 0)
        return count;
    return SSL_get_error(engine_->ssl.get(), count) == SSL_ERROR_WANT_READ ? 0 : -1;
}

bool TlsSession::hasInput() const
{
    return SSL_has_pending(engine_->ssl.get()) == 1 || BIO_ctrl_pending(engine_->input) > 0;
}

bool TlsSession::write(std::string_view bytes)
{
    ERR_clear_error();
    size_t written = 0;
    return bytes.empty() || SSL_write_ex(engine_->ssl.get(), bytes.data(), bytes.size(), &written) == 1;
}

void TlsSession::finish()
{
    ERR_clear_error();
    if (SSL_is_init_finished(engine_->ssl.get()))
        SSL_shutdown(engine_->ssl.get());
}

tl::expected<TlsServer, QString> TlsServer::open(const QByteArray &chain, const QByteArray &key, Moment now)
{
    const Certificates certificates = openssl::certificatesIn(chain);
    if (certificates.empty()) {
        return tl::unexpected(u"The certificate cannot be read. It has to be PEM, beginning with -----BEGIN "
                              "CERTIFICATE-----."_s);
    }
    const auto privateKey = readKey(key);
    ERR_clear_error(); // the end of the file is an error to OpenSSL
    if (!privateKey)
        return tl::unexpected(privateKey.error());
    if (X509_check_private_key(certificates.front().get(), privateKey->get()) != 1) {
        ERR_clear_error();
        return tl::unexpected(
            u"The key does not belong to the certificate. Give the one that the certificate was requested "
            "with."_s);
    }
    if (const auto good =
            checkOrder(certificates).and_then([&] { return checkTimes(certificates.front().get(), now); });
        !good)
        return tl::unexpected(good.error());
    std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), SSL_CTX_free);
    Q_CHECK_PTR(context);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION); // costs the server more than who asks for it
    SSL_CTX_set_mode(context.get(), SSL_MODE_RELEASE_BUFFERS); // idle connections need none
    if (!identify(context.get(), certificates, privateKey->get())) {
        return tl::unexpected(u"OpenSSL does not take them (%1). Get a certificate for an RSA key of 2048 bits or an "
                              "elliptic-curve key of 256."_s.arg(lastReason()));
    }
    return TlsServer(std::move(context));
}

TlsSession TlsServer::session() const
{
    return TlsSession(std::make_unique<TlsSession::Engine>(context_.get()));
}

} // namespace pki
