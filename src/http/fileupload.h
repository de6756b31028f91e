// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/filestorage.h"

#include <httplib.h>

namespace http {

// Why an upload was not taken: for the client, and for the row.
struct UploadFailure {
    int status = 400;
    QString text;
    bool isFull = false;
};

// Whether this request's body has an end that can be seen: without one, half a file looks like a whole one.
std::optional<UploadFailure> problemWithHead(const httplib::Request &request);

// To be called before httplib sees the head: it would take forms apart by itself, and only those that come in pieces that
// it likes.
void keepFormsWhole(httplib::Request &request);

// Reads a raw body, or the file of a form, into the file. `name` becomes the form's file name. Nothing: it is complete.
std::optional<UploadFailure> readUpload(const httplib::Request &request, const httplib::ContentReader &reader,
                                        IncomingFile &file, QString &name);

} // namespace http
