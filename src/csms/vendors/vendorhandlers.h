// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csms/context.h"
#include "csms/services/consulting.h"
#include "ocpp/messages.h"
#include "store/commands.h"

#include <span>

/// DataTransfer (4.3): what vendors put into OCPP. A vendor's message is one row of the table.
namespace csms::vendors {

/// One message of one vendor that stations send.
struct VendorHandler {
    QLatin1StringView vendorId;
    QLatin1StringView messageId;
    /// The data of the answer; a Fault if the data makes no sense, which is answered with Rejected. Writer thread.
    ocpp::Result<QJsonObject> (*handle)(Context &context, const QJsonObject &data);
    /// What has to be asked outside before; null: never anything. Socket thread.
    std::optional<Question> (*question)(const QJsonObject &data) = nullptr;
};

/// All of them: the place to add one.
std::span<const VendorHandler> vendorHandlers();

/// What has to be asked outside before handle(). Socket thread.
std::optional<Question> questionOf(const ocpp::DataTransfer::Request &request);

// Answers of stations to what we send in this way. Other vendors' messages end with the status of DataTransfer itself.
/// What the answer means for its command: with a refusal inside it is Rejected, with nonsense inside an Error.
store::CommandState stateOf(const store::Command &command, const ocpp::DataTransfer::Response &response,
                            QList<ocpp::Finding> &findings);
/// Follows the command to its outcome: the status inside, such as "Accepted" or "Failed:NoSpace"; of a TriggerMessage
/// "arrived" when the station asks for what it was told to ask for.
void answered(Context &context, const store::Command &command, const ocpp::DataTransfer::Response &response);
/// The station answered with an error.
void failed(store::Database &db, const store::Command &command, const QString &error, ocpp::Timestamp at);
/// A station asks to have something signed: whoever triggered that knows.
void signingRequested(Context &context);

/// The rows of ISO 15118 Plug & Charge, both vendors' forms.
std::span<const VendorHandler> plugAndChargeHandlers();

} // namespace csms::vendors
