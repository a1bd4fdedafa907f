#nullable disable
namespace Drawing;

public abstract class Shape;

public sealed class Circle(double radius) : Shape
{
    public double Radius { get; } = radius;
}

public sealed class Square(double side) : Shape
{
    public double Side { get; } = side;
}

public static class Shapes
{
    /// <summary>The radius of a circle; 0 for any other shape.</summary>
    public static double RadiusOf(Shape shape)
    {
        var circle = shape as Circle;
        if (circle != null)
            return circle.Radius;
        return 0;
    }
}
