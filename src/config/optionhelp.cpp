// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/optionhelp.h"

#include "config/options.h"

namespace config {

using namespace Qt::Literals::StringLiterals;

namespace {

QString flagOf(const Option &option)
{
    const QString flag = u"--"_s + option.name;
    return option.valueName.isEmpty() ? flag : flag + u' ' + option.valueName;
}

// "-" is a hyphen in roff; a minus sign, as typed in a shell, is "\-". A dot in front would be a request.
QString roff(QString text)
{
    text.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    return text.startsWith(u'.') ? u"\\&"_s + text : text;
}

} // namespace

QString helpText(const QString &program)
{
    QString text =
        u"Usage: %1 [options]\n\nStationmaster, a central system for OCPP 1.6-J charge points.\n\n"_s.arg(
            program);
    for (const Option &option : optionTable()) {
        if (option.isFor(program))
            text += u"  %1  %2.\n"_s.arg(flagOf(option), -24).arg(option.help);
    }
    return text;
}

QString manualPage(const QString &program)
{
    QString page =
        u".TH %1 1 \"\" \"Stationmaster\"\n.SH NAME\n%2 \\- central system for OCPP 1.6\\-J charge points\n"
        ".SH SYNOPSIS\n.B %2\n[\\fIoptions\\fR]\n.SH OPTIONS\n"_s.arg(program.toUpper(), roff(program));
    for (const Option &option : optionTable()) {
        if (!option.isFor(program))
            continue;
        page += u".TP\n\\fB%1\\fR"_s.arg(roff(u"--"_s + option.name));
        if (!option.valueName.isEmpty())
            page += u" \\fI%1\\fR"_s.arg(roff(option.valueName));
        page += u"\n%1.\n"_s.arg(roff(option.help));
    }
    return page;
}

} // namespace config
