using Drawing;

public static class ShapesTests
{
    public static void A_circle_has_a_radius() => Check.Equal(2.0, Shapes.RadiusOf(new Circle(2)));

    public static void A_square_has_none() => Check.Equal(0.0, Shapes.RadiusOf(new Square(3)));

    public static void Nothing_has_none() => Check.Equal(0.0, Shapes.RadiusOf(null!));
}
