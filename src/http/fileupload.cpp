// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/fileupload.h"

#include "http/formreader.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *formHeader = "X-Form-Type"; // what the client sent as Content-Type

std::optional<UploadFailure> readForm(const std::string &type, const httplib::ContentReader &reader, IncomingFile &file,
                                      QString &name)
{
    FormReader form(type, [&file](std::string_view bytes) { return file.append(bytes.data(), bytes.size()); });
    const bool read = reader([&form](const char *data, size_t size) { return form.take({data, size}); });
    if (!read || !form.isComplete())
        return UploadFailure{400, u"The upload broke off, or is not a form as RFC 7578 has it."_s, false};
    if (!form.fileName())
        return UploadFailure{400, u"The form has no file."_s, false};
    name = *form.fileName();
    return std::nullopt;
}

std::optional<UploadFailure> readRaw(const httplib::ContentReader &reader, IncomingFile &file)
{
    const bool read = reader([&file](const char *data, size_t size) { return file.append(data, size); });
    return read ? std::nullopt : std::optional(UploadFailure{400, u"The upload broke off."_s, false});
}

} // namespace

void keepFormsWhole(httplib::Request &request)
{
    request.headers.erase(formHeader);
    if (!request.is_multipart_form_data())
        return;
    request.headers.emplace(formHeader, request.get_header_value("Content-Type"));
    request.headers.erase("Content-Type");
}

std::optional<UploadFailure> problemWithHead(const httplib::Request &request)
{
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
        return UploadFailure{411, u"The upload has neither Content-Length nor Transfer-Encoding."_s, false};
    if (request.has_header("Content-Range")) // RFC 9110, 14.4
        return UploadFailure{400, u"A part of a file cannot be uploaded."_s, false};
    return std::nullopt;
}

std::optional<UploadFailure> readUpload(const httplib::Request &request, const httplib::ContentReader &reader,
                                        IncomingFile &file, QString &name)
{
    const std::string form = request.get_header_value(formHeader);
    auto failure = form.empty() ? readRaw(reader, file) : readForm(form, reader, file, name);
    if (!failure && file.size() == 0)
        failure = UploadFailure{400, u"The file is empty, or its Content-Length is no number."_s, false};
    if (!failure)
        file.keep();
    if (const auto &problem = file.problem())
        failure = UploadFailure{problem->status, problem->text, problem->isFull};
    return failure;
}

} // namespace http
