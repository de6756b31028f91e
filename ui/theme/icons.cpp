// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace ui {
namespace {

using namespace Qt::Literals::StringLiterals;

class RoleIcon final : public QIconEngine {
public:
    RoleIcon(QString name, Role role) : name_(std::move(name)), role_(role) {}

    [[nodiscard]] QIconEngine *clone() const override { return new RoleIcon(name_, role_); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QColor color = Palette::current().color(role_);
        if (mode == QIcon::Disabled)
            color = Palette::current().tint(Role::Muted, 0.6);
        QSvgRenderer(drawing(color)).render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap canvas(size);
        canvas.fill(Qt::transparent);
        QPainter painter(&canvas);
        paint(&painter, canvas.rect(), mode, state);
        return canvas;
    }

private:
    [[nodiscard]] QByteArray drawing(const QColor &color) const
    {
        QFile file(":/icons/%1.svg"_L1.arg(name_));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT_X(opened, "ui::icon", qPrintable(name_));
        return file.readAll().replace("#000", color.name().toLatin1());
    }

    QString name_;
    Role role_;
};

} // namespace

QIcon icon(const QString &name, Role role)
{
    return QIcon(new RoleIcon(name, role));
}

} // namespace ui
