// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/fileupload.h"

namespace http {

using namespace Qt::Literals::StringLiterals;

namespace {

// Of a form, the first part with a file name; the first part of all if no other has one.
class FormReader {
public:
    FormReader(IncomingFile &file, QString &name) : file_(file), name_(name) {}

    bool begin(const httplib::MultipartFormData &part)
    {
        isOurs_ = !found_ && !part.filename.empty();
        if (isOurs_) {
            found_ = true;
            name_ = QString::fromStdString(part.filename);
        }
        return true;
    }
    bool take(const char *data, size_t size) { return !isOurs_ || file_.append(data, size); }
    bool found() const { return found_; }

private:
    IncomingFile &file_;
    QString &name_;
    bool isOurs_ = false;
    bool found_ = false;
};

std::optional<UploadFailure> readForm(const httplib::ContentReader &reader, IncomingFile &file, QString &name)
{
    FormReader form(file, name);
    const bool read = reader([&form](const httplib::MultipartFormData &part) { return form.begin(part); },
                             [&form](const char *data, size_t size) { return form.take(data, size); });
    if (!read)
        return UploadFailure{400, u"The upload broke off."_s, false};
    if (!form.found())
        return UploadFailure{400, u"The form has no file."_s, false};
    return std::nullopt;
}

std::optional<UploadFailure> readRaw(const httplib::ContentReader &reader, IncomingFile &file)
{
    const bool read = reader([&file](const char *data, size_t size) { return file.append(data, size); });
    return read ? std::nullopt : std::optional(UploadFailure{400, u"The upload broke off."_s, false});
}

} // namespace

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
    auto failure = request.is_multipart_form_data() ? readForm(reader, file, name) : readRaw(reader, file);
    if (!failure)
        file.keep();
    if (const auto &problem = file.problem())
        failure = UploadFailure{problem->status, problem->text, problem->isFull};
    return failure;
}

} // namespace http
