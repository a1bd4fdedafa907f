using Images;

public static class ThumbnailsTests
{
    public static void A_wide_thumbnail_stays_wide() => Check.Equal(new Frame(30, 45, 40, 10), Thumbnails.Centre(100, 100, 40, 10));

    public static void A_tall_thumbnail_stays_tall() => Check.Equal(new Frame(10, 5, 30, 40), Thumbnails.Centre(50, 50, 30, 40));

    public static void The_whole_image_is_a_thumbnail() => Check.Equal(new Frame(0, 0, 8, 9), Thumbnails.Centre(8, 9, 8, 9));

    public static void A_larger_one_is_refused() => Check.Throws<ArgumentException>(() => Thumbnails.Centre(10, 10, 11, 5));
}
