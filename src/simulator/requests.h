// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/blocks.h"

namespace simulator {

/// What the central system asks: decoded, answered by the block that has a handler for it, or as the
/// behaviour of that action says.
class Requests {
public:
    Requests(Timeline &timeline, const StationOptions &options, Journal &journal, Blocks &blocks);

    /// A CALL has come.
    void arrived(const ocpp::Frame &frame);
    /// Something that looks like a CALL has come, and cannot be read.
    void arrived(const ocpp::BadFrame &frame);
    void setBehaviour(const QString &action, const Behaviour &behaviour)
    {
        behaviours_.set(action, behaviour);
    }

private:
    void meet(const Behaviour &behaviour, const ocpp::Frame &frame);
    void handle(const ocpp::Frame &frame);
    void handleLater(const ocpp::Frame &frame, std::chrono::milliseconds delay);
    void refuse(const Behaviour &behaviour, const ocpp::Frame &frame);
    template<class Response>
    void answer(const ocpp::Frame &frame, const Answer<Response> &answer);
    void sendResult(const ocpp::Frame &frame, const QJsonObject &payload);
    void sendError(const QString &messageId, const ocpp::Fault &fault);

    Timeline &timeline_;
    const StationOptions &options_;
    Journal &journal_;
    Blocks &blocks_;
    Behaviours behaviours_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(); // for what is answered later
};

} // namespace simulator
