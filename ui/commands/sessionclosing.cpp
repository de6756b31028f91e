// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/sessionclosing.h"

#include "store/clock.h"
#include "store/transactions.h"
#include "ui/models/sessionenergy.h"
#include "ui/text/format.h"
#include "ui/text/storedtext.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct SessionClosingWords {
    Q_DECLARE_TR_FUNCTIONS(ui::SessionClosing)
};

// Stored, and read by other programs too: not in the person's language.
constexpr QLatin1StringView reason{"Closed by hand: its end was not told."};

} // namespace

ClosedSession closeByHand(store::Database &db, qint64 session)
{
    store::Transactions transactions(db);
    if (!transactions.close(session, QStringLiteral("operator"), reason, store::now()))
        return {};
    const auto closed = transactions.find(session);
    return {.happened = true, .energyWh = closed ? knownEnergy(*closed) : std::nullopt};
}

QString closedWords(qint64 session, const ClosedSession &closed)
{
    return closed.energyWh ? SessionClosingWords::tr("Session %1 is closed with %2.")
                                 .arg(session)
                                 .arg(format::energy(*closed.energyWh))
                           : SessionClosingWords::tr("Session %1 is closed. Its energy is not known.").arg(session);
}

QString closeReasonWords(const store::Transaction &session)
{
    return session.closeReason == reason ? SessionClosingWords::tr("Its end was not told.")
                                         : storedText(session.closeReason);
}

} // namespace ui
