// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/refusals.h"

namespace simulator {

using namespace Qt::Literals::StringLiterals;

Answer<ocpp::DataTransfer::Response> Refusals::handle(const ocpp::DataTransfer::Request &)
{
    // 4.3: without data.
    return ocpp::DataTransfer::Response{ocpp::DataTransferStatus::UnknownVendorId, {}};
}

} // namespace simulator
