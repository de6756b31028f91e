// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace http {

// Takes a multipart/form-data body (RFC 7578) as it comes, in pieces of any size: of its parts, the first with a file name.
class FormReader {
public:
    // Gets the file's bytes. False: enough.
    using Sink = std::function<bool(std::string_view)>;

    FormReader(std::string_view contentType, Sink sink);

    // False when it is no form, or the sink has enough.
    bool take(std::string_view bytes);
    // The last boundary has been seen.
    bool isComplete() const { return state_ == State::After; }
    // Nothing if no part has one.
    const std::optional<QString> &fileName() const { return fileName_; }

private:
    enum class State { Before, Boundary, Head, Part, After, Broken };

    bool step(); // false when more bytes are needed, or nothing more is
    bool skipToBoundary();
    bool readBoundary();
    bool readHead();

    const Sink sink_;
    std::string delimiter_;
    std::string pending_;
    State state_ = State::Before;
    bool isOurs_ = false; // the part that is being read
    std::optional<QString> fileName_;
};

} // namespace http
