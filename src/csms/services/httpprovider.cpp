// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/services/httpprovider.h"

#include "csms/services/publicaddress.h"
#include "pki/enrollment.h"
#include "store/clock.h"

#include <QHostInfo>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslKey>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace csms {
namespace {

constexpr qsizetype mostOcspBytes = qsizetype{64} * 1024;
constexpr qsizetype mostCertificateBytes = qsizetype{256} * 1024;
constexpr int mostOpen = 128; // questions to responders; each needs a connection
constexpr qsizetype longestKept = 4125; // what a station could take: 5500 in base64
constexpr qsizetype mostKept = 2000; // answers of responders: 8 MB
constexpr std::chrono::days keptAtMost{7};

pki::Moment thisMoment()
{
    return std::chrono::floor<std::chrono::seconds>(store::now());
}

QSslKey keyIn(const QByteArray &pem)
{
    const QSslKey rsa(pem, QSsl::Rsa);
    return rsa.isNull() ? QSslKey(pem, QSsl::Ec) : rsa;
}

QSslConfiguration anonymousTls(const PlugAndChargePolicy &policy)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(QSslCertificate::fromData(policy.serverRoots));
    return tls;
}

/// Says who asks, where the server wants to know.
QSslConfiguration ownTls(const PlugAndChargePolicy &policy)
{
    QSslConfiguration tls = anonymousTls(policy);
    const auto own = QSslCertificate::fromData(policy.clientCertificate);
    if (!own.isEmpty()) {
        tls.setLocalCertificateChain(own);
        tls.setPrivateKey(keyIn(policy.clientKey));
    }
    return tls;
}

CertificateFinding nothingKnown(const QString &reason, const QByteArray &ocsp = {})
{
    return {pki::Revocation::Unknown, ocsp, reason};
}

CertificateFinding findingOf(const pki::OcspStatus &status, const QByteArray &response)
{
    if (!status.doubt.isEmpty())
        return nothingKnown(status.doubt, response);
    const bool isKnown = status.status != pki::Revocation::Unknown;
    return {status.status, response, isKnown ? QString() : u"The responder does not know the certificate."_s};
}

bool isWebAddress(const QUrl &url)
{
    return (url.scheme() == "http"_L1 || url.scheme() == "https"_L1) && !url.host().isEmpty();
}

QUrl urlAt(QUrl url, const QHostAddress &address)
{
    if (!address.isNull())
        url.setHost(address.toString());
    return url;
}

/// What an address may show to people: without user and password.
QString shownAddress(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
}

/// 4xx says that the same will be refused again, but for "slow down" and what an administrator may mend.
bool isRefusal(int httpStatus)
{
    return httpStatus == 400 || httpStatus == 405 || httpStatus == 422;
}

} // namespace

HttpProvider::HttpProvider(const PlugAndChargePolicy &policy, QObject *parent)
    : QObject(parent), policy_(policy), ownTls_(ownTls(policy)), anonymousTls_(anonymousTls(policy))
{
}

HttpProvider::~HttpProvider()
{
    const auto replies = network_.findChildren<QNetworkReply *>() + foreignNetwork_.findChildren<QNetworkReply *>();
    for (QNetworkReply *reply : replies)
        reply->disconnect(this); // nobody is told any more
}

void HttpProvider::exchange(const Exchange &what, std::function<void(const Content &)> then)
{
    QNetworkRequest request(urlAt(what.url.adjusted(QUrl::RemoveUserInfo), what.at));
    if (!what.at.isNull()) {
        request.setRawHeader("Host", what.url.authority(QUrl::FullyEncoded).section(u'@', -1).toLatin1());
        request.setPeerVerifyName(what.url.host());
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // which would name the address
    }
    // Whoever may name an address may not name another by way of a redirection.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setSslConfiguration(what.isForeign ? anonymousTls_ : ownTls_);
    request.setRawHeader("Accept", what.accept);
    if (!what.url.userName().isEmpty()) {
        const QString credentials =
            what.url.userName(QUrl::FullyDecoded) + u':' + what.url.password(QUrl::FullyDecoded);
        request.setRawHeader("Authorization", "Basic " + credentials.toUtf8().toBase64());
    }
    if (!what.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, what.contentType);
    if (what.contentType == "application/pkcs10")
        request.setRawHeader("Content-Transfer-Encoding", "base64"); // RFC 7030, 4.2.1
    QNetworkAccessManager &network = what.isForeign ? foreignNetwork_ : network_;
    QNetworkReply *const reply = what.contentType.isEmpty() ? network.get(request) : network.post(request, what.body);
    reply->setReadBufferSize(what.mostBytes + 1);
    QTimer::singleShot(policy_.patience, reply, &QNetworkReply::abort);
    connect(reply, &QNetworkReply::readyRead, this, [reply, most = what.mostBytes] {
        if (reply->bytesAvailable() > most)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, then = std::move(then), address = shownAddress(what.url)] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (reply->error() == QNetworkReply::NoError && status == 200)
            return then(reply->readAll());
        const QString why = reply->error() == QNetworkReply::OperationCanceledError
                                ? u"it took too long, or was too long"_s
                            : status != 0 && status != 200 ? u"HTTP status %1"_s.arg(status)
                                                           : reply->errorString();
        then(tl::unexpected(Failure{u"%1 gave no answer: %2."_s.arg(address, why), status}));
    });
}

/// A station may not have us reach what it cannot reach itself: this machine, the owner's network. The name is looked up
/// once, or it might stand for another address the second time.
void HttpProvider::exchangeWithForeigner(Exchange what, const std::function<void(const Content &)> &then)
{
    what.isForeign = true;
    QHostInfo::lookupHost(what.url.host(), this, [this, what, then](const QHostInfo &found) mutable {
        QList<QHostAddress> addresses = found.addresses();
        std::stable_partition(addresses.begin(), addresses.end(), [](const QHostAddress &address) {
            return address.protocol() == QHostAddress::IPv4Protocol;
        });
        const auto allowed = std::ranges::find_if(addresses, [this](const QHostAddress &address) {
            return policy_.askPrivateResponders || isPublicAddress(address);
        });
        if (allowed != addresses.cend()) {
            what.at = *allowed;
            return exchange(what, then);
        }
        const QString why = addresses.isEmpty() ? found.errorString()
                                                : u"its address is of a private network, which is asked only if you allow "
                                                  "it, or set it as ocspUrl"_s;
        then(tl::unexpected(Failure{u"%1 was not asked: %2."_s.arg(shownAddress(what.url), why)}));
    });
}

// ---- OCSP

QUrl HttpProvider::responderFor(const CertificateQuestion &question) const
{
    return QUrl(policy_.ocspUrl.isEmpty() ? question.responder : policy_.ocspUrl, QUrl::StrictMode);
}

std::optional<CertificateFinding> HttpProvider::kept(const QByteArray &request, const pki::CertificateId &id,
                                                     const QByteArray &others)
{
    const auto it = answers_.constFind(request);
    if (it == answers_.constEnd() || it->until <= thisMoment())
        return std::nullopt;
    const auto status = pki::readOcspResponse(it->response, id, others, thisMoment());
    return status ? std::optional(findingOf(*status, it->response)) : std::nullopt;
}

/// RFC 6960, 2.4: until nextUpdate nothing newer is to be expected. Only of what is signed by who may: anybody may have
/// named the responder, and what is kept is told to all.
void HttpProvider::keep(const QByteArray &request, const QByteArray &response, const pki::OcspStatus &status)
{
    const pki::Moment now = thisMoment();
    const bool isLasting = status.nextUpdate && *status.nextUpdate > now;
    if (!isLasting || !status.doubt.isEmpty() || response.size() > longestKept)
        return;
    if (answers_.size() >= mostKept)
        answers_.removeIf([now](const auto &answer) { return answer.value().until <= now; });
    if (answers_.size() >= mostKept)
        answers_.erase(answers_.begin());
    answers_.insert(request, {response, std::min<pki::Moment>(*status.nextUpdate, now + keptAtMost)});
}

void HttpProvider::lookUp(const CertificateQuestion &question, const QByteArray &others, Then<CertificateFinding> then)
{
    const auto request = pki::ocspRequest(question.id);
    if (!request)
        return then(nothingKnown(request.error()));
    if (const auto known = kept(*request, question.id, others))
        return then(*known);
    const QUrl url = responderFor(question);
    if (!isWebAddress(url))
        return then(nothingKnown(u"Nobody is named who could be asked about the certificate."_s));
    if (open_ >= mostOpen)
        return then(nothingKnown(u"Too many questions to responders are open."_s));
    ++open_;
    const auto answered = [this, request = *request, id = question.id, others, then](const Content &content) {
        --open_;
        if (!content)
            return then(nothingKnown(content.error().reason));
        const auto status = pki::readOcspResponse(*content, id, others, thisMoment());
        if (!status)
            return then(nothingKnown(status.error()));
        keep(request, *content, *status);
        then(findingOf(*status, *content));
    };
    const Exchange asking{url, "application/ocsp-request", "application/ocsp-response", *request, mostOcspBytes};
    if (policy_.ocspUrl.isEmpty()) // then a station named it
        exchangeWithForeigner(asking, answered);
    else
        exchange(asking, answered);
}

// ---- EST

/// RFC 7030, 3.2.2; a path that was given stands for all before the operation, with a label or whatever else.
QUrl HttpProvider::estUrl(QLatin1StringView operation) const
{
    QUrl url(policy_.estUrl, QUrl::StrictMode);
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath((path.isEmpty() ? u"/.well-known/est"_s : path) + u'/' + operation);
    return url;
}

void HttpProvider::sign(const QByteArray &csr, Then<Signed> then)
{
    if (!isWebAddress(QUrl(policy_.estUrl)))
        return then(tl::unexpected(SigningFailure{u"No EST server is set that could sign."_s, true}));
    const auto gotAuthorities = [this, csr, then](const Content &content) {
        if (content)
            enroll(csr, *content, then);
        else
            then(tl::unexpected(SigningFailure{content.error().reason, false}));
    };
    exchange({estUrl("cacerts"_L1), {}, "application/pkcs7-mime", {}, mostCertificateBytes}, gotAuthorities);
}

void HttpProvider::enroll(const QByteArray &csr, const QByteArray &authorities, const Then<Signed> &then)
{
    const auto body = pki::enrollmentBody(csr);
    if (!body)
        return then(tl::unexpected(SigningFailure{body.error(), true}));
    const auto enrolled = [csr, authorities, then](const Content &content) {
        if (!content)
            return then(tl::unexpected(SigningFailure{content.error().reason, isRefusal(content.error().httpStatus)}));
        const auto chain = pki::enrolledChain(*content, authorities, csr);
        then(chain ? Signed(*chain) : tl::unexpected(SigningFailure{chain.error(), false}));
    };
    exchange({estUrl("simpleenroll"_L1), "application/pkcs10", "application/pkcs7-mime", *body, mostCertificateBytes},
             enrolled);
}

// ---- Contract certificates

void HttpProvider::fetchEvCertificate(const QJsonObject &request, Then<EvCertificate> then)
{
    const QUrl url(policy_.evCertificateUrl, QUrl::StrictMode);
    if (!isWebAddress(url))
        return then(tl::unexpected(u"No service is set that makes contract certificates."_s));
    const auto answered = [then](const Content &content) {
        if (!content)
            return then(tl::unexpected(content.error().reason));
        const QJsonDocument document = QJsonDocument::fromJson(*content);
        then(document.isObject() ? EvCertificate(document.object())
                                 : tl::unexpected(u"The service for contract certificates answered no JSON object."_s));
    };
    exchange({url, "application/json", "application/json", QJsonDocument(request).toJson(QJsonDocument::Compact),
              mostCertificateBytes},
             answered);
}

} // namespace csms
