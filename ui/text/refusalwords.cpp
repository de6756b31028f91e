// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/refusalwords.h"

#include "store/commandrequest.h"

#include <QCoreApplication>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;
using Kind = store::CommandRefusal::Kind;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::RefusalWords)
};

} // namespace

QString refusalWords(const store::CommandRefusal &refusal)
{
    switch (refusal.kind) {
    case Kind::UnknownStation:
        return Words::tr("This station is not registered any more.");
    case Kind::UnknownAction:
        return Words::tr("OCPP 1.6 has no such command for stations.");
    case Kind::Offline:
        return Words::tr("The station is offline, and the command was not to wait for it.");
    case Kind::InvalidPayload:
        break;
    }
    const QString member = refusal.path.section(u'/', -1);
    return member.isEmpty() ? Words::tr("OCPP 1.6 does not allow these values together.")
                            : Words::tr("OCPP 1.6 does not allow this value of %1, or it is missing.").arg(member);
}

} // namespace ui
