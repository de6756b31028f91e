// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/freedesktopnotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QVariantMap>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;
constexpr int asLongAsTheDesktopLikes = -1;
constexpr quint8 normal = 1;
constexpr quint8 critical = 2;

} // namespace

FreedesktopNotifier::FreedesktopNotifier(const QDBusConnection &bus) : bus_(bus)
{
    bus_.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(invoke(uint,QString)));
    bus_.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(forget(uint)));
}

void FreedesktopNotifier::present(const Message &message)
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    const QString name = QGuiApplication::desktopFileName();
    const QVariantMap hints{{u"desktop-entry"_s, name},
                            {u"urgency"_s, QVariant::fromValue(message.urgent ? critical : normal)}};
    const QStringList actions{u"default"_s, QCoreApplication::translate("ui::Notifier", "Open")};
    // The body may be markup where the desktop can do that: what a station says is text.
    call << QGuiApplication::applicationDisplayName() << shown_.value(message.kind, 0u) << name << message.title
         << message.text.toHtmlEscaped() << actions << hints << asLongAsTheDesktopLikes;
    auto *watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, watcher, kind = message.kind, station = message.station] {
                watcher->deleteLater();
                const QDBusPendingReply<uint> id = *watcher;
                if (!id.isError()) { // else nobody shows messages here
                    shown_[kind] = id.value();
                    stations_[id.value()] = station;
                }
                emit handedOver(kind);
            });
}

void FreedesktopNotifier::invoke(uint id, const QString &)
{
    if (stations_.contains(id))
        emit activated(stations_.value(id));
}

void FreedesktopNotifier::forget(uint id)
{
    stations_.remove(id);
    shown_.removeIf([id](auto it) { return it.value() == id; });
}

} // namespace ui
