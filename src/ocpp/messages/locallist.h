// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ocpp/types.h"

// The Local Authorization List Management profile.
namespace ocpp {

struct GetLocalListVersion {
    static constexpr QLatin1StringView action{"GetLocalListVersion"};
    static constexpr Profile profile = Profile::LocalAuthList;

    struct Request { // 6.27
        static std::span<const Field> fields();
    };
    struct Response { // 6.28
        int listVersion = 0; // 0: empty, -1: not supported (5.10)
        static std::span<const Field> fields();
    };
};

struct SendLocalList {
    static constexpr QLatin1StringView action{"SendLocalList"};
    static constexpr Profile profile = Profile::LocalAuthList;

    struct Request { // 6.41
        int listVersion = 0;
        QList<AuthorizationData> localAuthorizationList{};
        UpdateType updateType{};
        static std::span<const Field> fields();
    };
    struct Response { // 6.42
        UpdateStatus status = UpdateStatus::Failed;
        static std::span<const Field> fields();
    };
};

} // namespace ocpp
