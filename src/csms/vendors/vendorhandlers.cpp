// SPDX-License-Identifier: GPL-3.0-or-later
#include "csms/vendors/vendorhandlers.h"

#include "csms/handlers/handlers.h"
#include "ocpp/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <initializer_list>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using ocpp::DataTransferStatus;

namespace csms {
namespace vendors {
namespace {

/// 7.20: both are case-insensitive.
bool isSameId(QLatin1StringView id, const QString &other)
{
    return other.compare(id, Qt::CaseInsensitive) == 0;
}

bool isKnownVendor(const QString &vendorId)
{
    return std::ranges::any_of(vendorHandlers(),
                               [&](const VendorHandler &h) { return isSameId(h.vendorId, vendorId); });
}

const VendorHandler *handlerFor(const ocpp::DataTransfer::Request &request)
{
    const QString messageId = request.messageId.value_or(QString());
    const auto handlers = vendorHandlers();
    const auto found = std::ranges::find_if(handlers, [&](const VendorHandler &h) {
        return isSameId(h.vendorId, request.vendorId) && isSameId(h.messageId, messageId);
    });
    return found == handlers.end() ? nullptr : &*found;
}

QJsonValue withoutCustomData(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(withoutCustomData(item));
        return items;
    }
    if (!value.isObject())
        return value;
    QJsonObject kept;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != "customData"_L1) // legal anywhere in OCPP 2.0.1, and nothing to us
            kept.insert(it.key(), withoutCustomData(it.value()));
    }
    return kept;
}

ocpp::Result<QJsonObject> dataOf(const ocpp::DataTransfer::Request &request)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.data.value_or(QString()).toUtf8());
    if (document.isObject())
        return withoutCustomData(document.object()).toObject();
    return tl::unexpected(ocpp::Fault{ocpp::ErrorCode::FormationViolation, {}, u"is not a JSON object"_s});
}

/// Where it stands in the message.
void pointIntoData(QList<ocpp::Finding> &findings, const VendorHandler &handler)
{
    for (ocpp::Finding &finding : findings) {
        finding.path.prepend("/data"_L1);
        if (finding.clause.isEmpty())
            finding.clause = u"%1 %2"_s.arg(handler.vendorId, handler.messageId);
    }
}

std::vector<VendorHandler> joined(std::initializer_list<std::span<const VendorHandler>> families)
{
    std::vector<VendorHandler> all;
    for (const auto family : families)
        all.insert(all.end(), family.begin(), family.end());
    return all;
}

} // namespace

std::span<const VendorHandler> vendorHandlers()
{
    static const auto all = joined({plugAndChargeHandlers()});
    return all;
}

std::optional<Question> questionOf(const ocpp::DataTransfer::Request &request)
{
    const VendorHandler *const handler = handlerFor(request);
    if (!handler || !handler->question)
        return std::nullopt;
    const auto data = dataOf(request);
    return data ? handler->question(*data) : std::nullopt;
}

} // namespace vendors

ocpp::DataTransfer::Response handle(Context &context, const ocpp::DataTransfer::Request &request)
{
    using namespace vendors;
    const VendorHandler *const handler = handlerFor(request);
    if (!handler) {
        const bool isKnown = isKnownVendor(request.vendorId);
        return {isKnown ? DataTransferStatus::UnknownMessageId : DataTransferStatus::UnknownVendorId, {}};
    }
    const auto answer =
        dataOf(request).and_then([&](const QJsonObject &data) { return handler->handle(context, data); });
    if (!answer)
        context.findings.append({answer.error().code, answer.error().path, answer.error().text, {}});
    pointIntoData(context.findings, *handler);
    if (!answer)
        return {DataTransferStatus::Rejected, {}};
    return {DataTransferStatus::Accepted, QString::fromUtf8(ocpp::compactBytes(*answer))};
}

} // namespace csms
