// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/idtags/tagrules.h"

#include "store/stations.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::IdTag)
};

bool isPrintableAscii(QChar c)
{
    return c >= u' ' && c <= u'~';
}

QString textComplaint(const QString &text)
{
    if (text.size() > longestTag)
        return Words::tr("%1 characters; OCPP allows %2.").arg(text.size()).arg(longestTag);
    if (!std::ranges::all_of(text, isPrintableAscii))
        return Words::tr("Only letters from A to Z, digits and signs: OCPP knows no others in a tag.");
    return {};
}

auto parts(const store::IdTag &tag)
{
    return std::tie(tag.tag, tag.status, tag.expiryDate, tag.parentIdTag, tag.maxConcurrent, tag.name, tag.stations);
}

} // namespace

QString tagComplaint(const QString &tag)
{
    return tag.isEmpty() ? Words::tr("The tag is missing: what the card tells the station.") : textComplaint(tag);
}

QString groupComplaint(const QString &tag, const QString &parent)
{
    if (!parent.isEmpty() && store::folded(tag) == store::folded(parent))
        return Words::tr("A tag cannot be its own group.");
    return textComplaint(parent);
}

QStringList stationsIn(const QString &text)
{
    QStringList ids;
    for (const QString &part : text.split(QRegularExpression(u"[,;]"_s), Qt::SkipEmptyParts)) {
        const QString id = part.trimmed();
        if (!id.isEmpty() && !ids.contains(id, Qt::CaseInsensitive))
            ids.append(id);
    }
    return ids;
}

StateWord tagState(const store::IdTag &tag, ocpp::Timestamp now)
{
    if (tag.status == "Blocked"_L1)
        return {{Shape::Cross, Role::Fault}, Words::tr("Blocked"), u"Blocked"_s};
    if (tag.expiryDate && *tag.expiryDate <= now)
        return {{Shape::Clock, Role::Caution}, Words::tr("Expired"), u"Expired"_s};
    return {{Shape::Check, Role::Good}, Words::tr("Accepted"), u"Accepted"_s};
}

bool sameTag(const store::IdTag &one, const store::IdTag &other)
{
    return parts(one) == parts(other);
}

} // namespace ui
